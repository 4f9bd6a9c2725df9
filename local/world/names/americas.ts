/** Names of Latin America, Haiti and Brazil. */
import { list, type Culture } from "./culture.ts";

export const AMERICAS: readonly Culture[] = [
  {
    countries: ["CO", "MX", "PE", "VE", "CU", "CL"],
    weight: 13,
    order: "DOUBLE",
    women: list(
      "Valentina,María Fernanda,Lucía,Camila,Ximena,Paola,Ana Sofía,Daniela,Luz Marina,Gabriela,Yuliana,Rocío,Alejandra,Mónica,Itzel,Carolina",
    ),
    men: list(
      "Juan Pablo,Andrés,Diego,Santiago,Carlos Arturo,Mateo,Luis Ángel,Sebastián,Jorge Iván,Ricardo,Esteban,Óscar,Felipe,Rodrigo,Hernán,Nicolás",
    ),
    families: list(
      "Rojas,Gutiérrez,Peña,Quispe,Castaño,Villalobos,Ospina,Cárdenas,Mejía,Huamán,Salazar,Zambrano,Montoya,Arango,Ríos,Valderrama,de la Cruz,Ibáñez,Cuéllar,Nieto,Duarte,Echeverri,Ramírez,del Río,Ávila,Ñáñez,Barragán,Fuentes",
    ),
  },
  {
    countries: ["HT"],
    weight: 7,
    order: "ONE",
    women: list(
      "Marie-Ange,Guerda,Rose-Laure,Fabiola,Wideline,Mirlande,Islande,Nadège,Esther,Kettly,Darline,Roseline,Lovely,Yolette",
    ),
    men: list(
      "Jean-Robert,Wilner,Frantz,Ralph,Evens,Stanley,Ricardo,Jude,Peterson,Yvon,Mackenson,Woodly,Pierre-Richard,Schneider",
    ),
    families: list(
      "Saint-Fleur,Joseph,Jean-Baptiste,Désir,Louis-Jeune,Célestin,Toussaint-Brun,Pierre-Louis,Dorvil,Charlestin,Estimé,Fleurantin,Mésidor,Noël,Paul-Émile,Théodore,Dieujuste,Alcime",
    ),
  },
  {
    countries: ["BR"],
    weight: 5,
    order: "DOUBLE",
    women: list(
      "Juliana,Ana Clara,Bruna,Letícia,Mariana,Thaís,Larissa,Camila,Débora,Patrícia,Bianca,Rafaela",
    ),
    men: list("Thiago,João Pedro,Rafael,Bruno,Leandro,Gustavo,Felipe,Márcio,Caio,Vinícius,Renan,Fábio"),
    families: list(
      "Gonçalves,da Silva,Araújo,Nogueira,dos Santos,Figueiredo,Teixeira,de Souza,Barros,Magalhães,Moreira,Cavalcanti,Brandão,Vasconcelos,Rezende,da Conceição,Pires",
    ),
  },
];
