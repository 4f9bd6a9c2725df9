/** Names of the Maghreb, and of West, Central and East Africa and the Indian Ocean. */
import { list, type Culture } from "./culture.ts";

export const AFRICA: readonly Culture[] = [
  {
    countries: ["DZ", "MA", "TN"],
    weight: 16,
    order: "ONE",
    women: list(
      "Amina,Salma,Nawel,Imane,Houria,Meriem,Lamia,Kahina,Sabrina,Wafa,Hanane,Ikram,Yasmine,Rim,Dounia,Fatima-Zahra,Ghizlane,Chaïma,Naïma,Zineb",
    ),
    men: list(
      "Karim,Mehdi,Yacine,Sofiane,Nabil,Anis,Hichem,Tarek,Walid,Redouane,Amine,Bilal,Fouad,Lotfi,Mohamed-Ali,Zakaria,Ilyès,Khalil,Aziz,Rachid",
    ),
    families: list(
      "El Amrani,Benkirane-Saïdi,Aït Ouali,Boukhari,Chergui,Ben Youssef,Hamdaoui,Mansouri,Trabelsi,Bensalem,Ould Kaci,Jaziri,Meziane,Khelifi,Berrada,El Fassi,Tazi,Gharbi,Ziani,Belhadj,Cherif,Naciri,Haddouche,Amrouche,Sebti,Lahlou,Ben Amor,Bouzid,Rahmani,Slimani",
    ),
  },
  {
    countries: ["CM", "GA", "CF"],
    weight: 9,
    order: "ONE",
    women: list(
      "Clarisse,Solange,Chantal,Nadège,Ornella,Estelle,Carine,Vanessa,Larissa,Marie-Claire,Bertille,Sandrine,Joëlle,Edwige,Gaëlle",
    ),
    men: list(
      "Hervé,Aristide,Franck,Landry,Boris,Cédric,Guy-Roger,Arnaud,Thierry,Valery,Rodrigue,Serge,Blaise,Gildas,Yannick",
    ),
    families: list(
      "Ngo Bassong,Tchoumi,Fotso Kamga,Mbarga,Nkoulou,Essomba,Ndongo,Kouam,Djomo,Abena,Owona,Talla,Nguefack,Mvondo,Simo,Wandji,Tchakounté,Belinga,Moukouri,Etoundi",
    ),
  },
  {
    countries: ["CI", "SN", "ML", "GN", "BF"],
    weight: 11,
    order: "ONE",
    women: list(
      "Aïssatou,Mariam,Awa,Fanta,Adjoua,Rokia,Ndèye,Kadiatou,Coumba,Bintou,Assétou,Akissi,Oumou,Rama,Djénéba,Affoué",
    ),
    men: list(
      "Moussa,Ibrahima,Kouassi,Souleymane,Amadou,Boubacar,Konan,Adama,Seydou,Lamine,Yaya,Ousmane,Kouadio,Sékou,Issa,Cheikh",
    ),
    families: list(
      "Koné,Ouattara-Bamba,Traoré,N’Guessan,Cissé,Sow,Diop-Mbaye,Camara,Barry,Bah,Touré,Kouamé,Yao,Sawadogo,Ouédraogo,Fofana,Sylla,Ndiaye,Keïta,Zongo,Coulibaly,Dembélé,Baldé,Gueye",
    ),
  },
  {
    countries: ["CD", "CG"],
    weight: 7,
    order: "ONE",
    women: list(
      "Béatrice,Grâce,Naomie,Divine,Mireille,Plamedi,Ruth,Deborah,Godelieve,Nadine,Benedicte,Merveille,Orphée,Tshala",
    ),
    men: list(
      "Patient,Trésor,Christian,Jean-Bosco,Glody,Héritier,Dieudonné,Emery,Fiston,Papy,Merci,Pascal,Exaucé,Rolly",
    ),
    families: list(
      "Kabongo,Mukendi,Ilunga wa Ilunga,Tshibangu,Kalala,Mbuyi,Nsimba,Makiese,Lukusa,Mwamba,Kasongo,Ngoma,Bolamba,Kitenge,Massamba,Loubaki,Mutombo-Ngalula,Banza",
    ),
  },
  {
    countries: ["RW", "BI"],
    weight: 3,
    order: "ONE",
    women: list("Claudine,Espérance,Diane,Alice,Jeannette,Sandrine,Consolate,Aline,Denyse,Ange"),
    men: list("Emmanuel,Innocent,Eric,Olivier,Jean-Claude,Fabrice,Désiré,Aimable,Thaddée,Gilbert"),
    families: list(
      "Uwimana,Niyonzima,Habimana,Nkurunziza-Irakoze,Mugisha,Ndayisenga,Uwase,Hakizimana,Iradukunda,Manirakiza,Bizimana,Nshimirimana",
    ),
  },
  {
    countries: ["BJ", "TG", "NE"],
    weight: 4,
    order: "ONE",
    women: list("Afi,Rachidatou,Sèna,Fidélia,Mawuena,Zeinabou,Yawa,Honorine,Akouvi,Prisca,Bénédicta"),
    men: list("Kossi,Sètondji,Mahugnon,Komlan,Abdoulaye,Folly,Kodjo,Rufin,Ulrich,Mawuli,Fortuné"),
    families: list(
      "Agbodjan,Dossou-Yovo,Hounkpatin,Amegan,Mensah,Adjovi,Lawson-Body,Houessou,Gbaguidi,Issoufou,Ayivi,Zinsou-Kpadé,Akakpo,Soglohoun",
    ),
  },
  {
    countries: ["MG", "MU", "KM"],
    weight: 3,
    order: "ONE",
    women: list("Volatiana,Hanitra,Lalaina,Mialy,Fara,Anjali,Priscilla,Nirina,Tiana,Soa"),
    men: list("Tojo,Hery,Rado,Mamy,Faneva,Kevin,Ashvin,Njaka,Tahina,Said"),
    families: list(
      "Rakotomalala,Andriamihaja,Razafindrakoto,Rasoanaivo,Ramgoolamy,Randriamampionona,Ravelojaona,Appadoo,Rabemananjara,Ali Mohamed,Seeburn",
    ),
  },
  {
    countries: ["ET", "ER", "SO", "DJ"],
    weight: 2,
    order: "ONE",
    women: list("Selam,Hiwot,Rahel,Senait,Hodan,Almaz,Fowsia,Tsion,Ifrah,Meron"),
    men: list("Dawit,Yonas,Abdirahman,Bereket,Tesfaye,Mahad,Filmon,Samuel,Guled,Robel"),
    families: list(
      "Tekle,Gebremariam,Woldu,Abdi Farah,Hailu,Mebrahtu,Warsame,Assefa,Ghebre,Dirieh,Kidane,Omar Guelleh-Ali",
    ),
  },
];
