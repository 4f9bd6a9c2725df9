/** Names of France, of Ukraine, Russia and Moldova, of Romania and the Balkans, and of Turkey. */
import { list, type Culture } from "./culture.ts";

export const EUROPE: readonly Culture[] = [
  {
    countries: ["FR", "BE", "CH"],
    weight: 14,
    order: "ONE",
    women: list(
      "Camille,Élodie,Aurélie,Marie-Charlotte,Margaux,Anne-Laure,Noémie,Solène,Julie,Clémence,Bérengère,Maëlle,Lucie,Hélène,Sarah,Inès",
    ),
    men: list(
      "Julien,Guillaume,Loïc,Jean-Baptiste,Maxime,Benoît,Thibault,Romain,Gaëtan,Pierre-Yves,Antoine,Mickaël,Florent,Nicolas,Jérémy,Kévin",
    ),
    families: list(
      "Le Goff,Marchand,d’Aubigny,Lefèvre,Rousseau-Petit,Garnier,de La Fontenelle,Chevallier,Moulin,Perrin,Fournier,Kerjean,Delattre,Brunet,Vasseur,Maës,Girard,Lacombe,Pons,Bonnaud,Vandamme,Schmitt,Etcheverry,Ferrand,Masson,Blanchard",
    ),
  },
  {
    countries: ["UA", "MD"],
    weight: 6,
    order: "ONE",
    women: list(
      "Oksana,Iryna,Nataliia,Olena,Khrystyna,Daryna,Svitlana,Yuliia,Halyna,Anastasiia,Mariana,Liudmyla",
    ),
    men: list("Andrii,Serhii,Dmytro,Taras,Mykola,Bohdan,Vitalii,Roman,Yevhen,Ruslan,Ihor,Maksym"),
    families: list(
      "Bondarenko,Shevchuk,Tkachenko,Melnyk,Lysenko,Hrytsenko,Marchuk,Polishchuk,Savchenko,Rudenko,Kozak,Cebotari,Moroz,Pavlenko,Zinchenko-Hnatiuk,Panasiuk",
    ),
  },
  {
    countries: ["RU", "BY", "KZ"],
    weight: 4,
    order: "ONE",
    women: list("Ekaterina,Olga,Tatiana,Ksenia,Polina,Marina,Alina,Svetlana,Anna,Aigerim,Vera"),
    men: list("Alexeï,Ivan,Pavel,Mikhaïl,Sergueï,Artiom,Konstantin,Denis,Nikita,Timour,Iouri"),
    families: list(
      "Sokolov,Kuznetsov,Orlov,Belov,Morozov,Vassiliev,Zaïtsev,Lebedev,Filippov,Tarassov,Egorov,Nazarov,Frolov,Karpov-Lanskoï",
    ),
    feminine: (family) => (/[eo]v$/.test(family) ? `${family}a` : family),
  },
  {
    countries: ["RO", "AL", "BA", "RS"],
    weight: 3,
    order: "ONE",
    women: list("Ioana,Mihaela,Andreea,Elira,Jasmina,Raluca,Simona,Milica,Adriana,Besa"),
    men: list("Mihai,Bogdan,Arben,Dragan,Răzvan,Cătălin,Nenad,Ilir,Vlad,Emir"),
    families: list(
      "Popa,Dumitru,Hoxhaj,Petrović,Stănescu,Halilović,Munteanu,Ionașcu,Krasniqi,Jovanović,Diaconu,Moldovan,Begić",
    ),
  },
  {
    countries: ["TR"],
    weight: 2,
    order: "ONE",
    women: list("Elif,Zeynep,Ayşe,Merve,Büşra,Gülşen,Özlem,Derya"),
    men: list("Emre,Burak,Mehmet Ali,Serkan,Oğuz,Tolga,Hakan,Yusuf"),
    families: list("Yılmaz,Kaya,Demirtaş,Şahin,Çelik,Aydın,Koç,Özdemir,Arslan,Doğan"),
  },
];
