/** Names of the Levant, Iran and Central Asia, of South Asia, and of East and South-East Asia. */
import { list, type Culture } from "./culture.ts";

export const ASIA: readonly Culture[] = [
  {
    countries: ["LB", "SY", "EG", "JO", "IQ"],
    weight: 7,
    order: "ONE",
    women: list("Rania,Joumana,Layal,Hala,Mirna,Dima,Nour,Rasha,Carla,Lama,Rita,Sahar,Maya,Mariam"),
    men: list("Georges,Ziad,Elie,Samer,Rami,Fadi,Tony,Bassel,Mina,Marwan,Hani,Karam,Omar,Peter"),
    families: list(
      "Khoury,Al-Masri,Abou Jaoudé,Haddad,Sabbagh,Nassar,El-Hajj,Maalouf,Kassab,Boutros,Al Khatib,Farah,Chidiac,Girgis,Abdel Massih,Daoud,Zeidan,Shalhoub",
    ),
  },
  {
    countries: ["IR", "AF"],
    weight: 5,
    order: "ONE",
    women: list("Shirin,Niloufar,Maryam,Parisa,Laleh,Golnaz,Zohreh,Mahsa,Azadeh,Setareh,Freshta,Negin"),
    men: list("Reza,Arash,Behnam,Kaveh,Siamak,Farhad,Mehran,Babak,Hamid,Navid,Ramin,Pouya"),
    families: list(
      "Mohammadi,Karimi-Nejad,Rezaei,Shahbazi,Tavakoli,Sadeghi,Farrokhzadeh,Moradi,Zamani,Heydarian,Ghorbani,Noorzai,Amiri,Esfahani,Yousefi,Kazemian",
    ),
  },
  {
    countries: ["AF", "ID"],
    weight: 1.5,
    order: "SINGLE",
    women: list("Zarghona,Shabnam,Suryani,Nurhayati,Laila,Wati,Palwasha,Hosniya"),
    men: list("Najibullah,Rahmatullah,Suparman,Sutrisno,Zabihullah,Budiono,Hekmat,Jawad"),
    families: list("–"),
  },
  {
    countries: ["IN", "BD", "LK"],
    weight: 5,
    order: "ONE",
    women: list(
      "Priya,Harpreet,Anjali,Meenakshi,Nusrat,Divya,Gurleen,Kavitha,Sharmila,Farzana,Neha,Tharushi,Pooja,Simran",
    ),
    men: list(
      "Arjun,Gurpreet,Rahul,Sandeep,Karthik,Tanvir,Vikram,Harjit,Manoj,Nuwan,Rohit,Imtiaz,Aditya,Jaspreet",
    ),
    families: list(
      "Sharma,Kaur Dhillon,Patel,Singh Gill,Iyer,Rahman,Reddy,Fernando,Chowdhury,Nair,Sandhu,Hossain,Perera,Bhatt,Grewal,Mukherjee,Desai,Subramanian",
    ),
  },
  {
    countries: ["PK"],
    weight: 2.5,
    order: "ONE",
    women: list("Ayesha,Sana,Hina,Rabia,Mehwish,Sadia,Zara,Noreen,Iqra,Uzma"),
    men: list("Usman,Bilal,Hamza,Adeel,Faisal,Kamran,Zeeshan,Waqas,Shahid,Junaid"),
    families: list(
      "Qureshi,Malik,Butt,Chaudhry,Siddiqui,Akhtar,Mirza,Shah,Baig,Awan,Hashmi,Javed,Ansari,Mehmood",
    ),
  },
  {
    countries: ["CN", "TW"],
    weight: 5,
    order: "FAMILY_FIRST",
    women: list("Xiaoyan,Lihua,Meiling,Yuting,Jing,Xinyi,Fang,Rong,Wenjing,Qian,Yan,Huimin,Xue"),
    men: list("Jianguo,Wei,Zhiqiang,Haoran,Lei,Yong,Junjie,Peng,Minghui,Tao,Bowen,Chao,Guang"),
    families: list("Zhang,Liu,Chen,Yang,Huang,Zhao,Wu,Zhou,Xu,Sun,Guo,He,Lin,Luo,Zheng,Xie,Han,Tang,Ouyang"),
  },
  {
    countries: ["VN"],
    weight: 4,
    order: "FAMILY_FIRST",
    women: list(
      "Thị Hương,Ngọc Lan,Thu Thảo,Minh Châu,Kim Ngân,Bích Phượng,Thanh Hà,Mai Anh,Diễm My,Thùy Linh",
    ),
    men: list(
      "Văn Hùng,Quốc Bảo,Minh Tuấn,Đức Anh,Hoàng Long,Thanh Tùng,Gia Huy,Hữu Nghĩa,Xuân Phúc,Trung Kiên",
    ),
    families: list("Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Võ,Đặng,Bùi,Đỗ,Ngô,Dương,Lý"),
  },
  {
    countries: ["PH"],
    weight: 5,
    order: "ONE",
    women: list(
      "Maricel,Jocelyn,Rowena,Kristine Joy,Analyn,Mary Grace,Cherry Ann,Liezl,Divina,Rosalie,Jennylyn,Gemma",
    ),
    men: list(
      "Rommel,Jomar,Reynaldo,Mark Anthony,Arnel,Jayson,Dennis,Rodel,Christian Paul,Ferdie,Noel,Alvin",
    ),
    families: list(
      "Dela Cruz,Bautista,Reyes,Villanueva,Macaraeg,Santos,Pangilinan,Mangubat,Dimaculangan,Soriano,Aquino-Lim,de Guzman,Abad,Magsino,Castillo,Tolentino",
    ),
  },
];
