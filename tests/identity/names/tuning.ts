/** Names for tuning the matcher: spellings of one name stand together with slashes. Shares no spelling with the test lists. */
import type { NameLists } from "./culture.ts";

export const tuning: NameLists = {
  quebec: {
    men: "Jean/Jean-Baptiste Luc Étienne Mathieu/Matthieu Sylvain Gaétan/Gaetan Normand Réjean Benoît/Benoit Yvan Jean-François Jean-Luc Marc-André Pierre-Luc Louis-Philippe Stéphane/Stephane Martin Dominic/Dominique Raynald/Reynald Denis",
    women:
      "Marie Chantal/Chantale Josée Nathalie/Natalie Manon Ginette Lucie/Lucy Marie-Claude Marie-Ève/Marie-Eve Anne-Marie Geneviève Mélanie/Melany Isabelle/Isabel Julie Sylvie Line/Lyne Caroline Johanne/Joanne Véronique Catherine/Katherine",
    family:
      "Tremblay Gagnon Roy Côté/Coté Bouchard Gauthier/Gautier Morin Lavoie Fortin Gagné Ouellet/Ouellette Pelletier Bélanger/Bellanger Lévesque/Levesque Bergeron Leblanc Paquette/Paquet Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc/Leclair Lefebvre/Lefèbvre/Lefevre Poulin Thibault/Thibeault St-Pierre/Saint-Pierre Nadeau Martel Desjardins",
  },
  arabic: {
    men: "Mohamed/Mohammed/Muhammad/Mohamad Ahmed/Ahmad Youssef/Yousef/Yusuf/Youcef Karim/Kareem Rachid/Rashid Abdelkader/Abdel-Kader/Abdulkader Omar/Umar Khaled/Khalid Hicham/Hisham Samir/Sameer Mustapha/Moustafa/Mustafa Hassan/Hasan Nabil/Nabeel Tarek/Tariq/Tarik Abderrahmane/Abdelrahman/Abdul-Rahman Bilal/Billal Jamal/Djamel/Gamal Mehdi/Mahdi Anis/Anees Walid/Waleed/Oualid",
    women:
      "Fatima/Fatma/Fatema Aïcha/Aisha/Aysha Khadija/Khadidja Samira/Sameera Leïla/Layla/Leila Amina/Ameena Nadia/Nadya Yasmine/Yasmin/Jasmine Zineb/Zaynab/Zeineb Houda/Huda Salma/Selma Rania/Ranya Imane/Iman/Eman Hanane/Hanan Meriem/Mariam/Maryam Sarra/Sara Naïma/Naima Latifa/Lateefa Asma/Asmaa Wafa/Ouafa",
    family:
      "Benali/Ben-Ali Haddad Mansouri/Mansoury El-Amrani/Elamrani/Amrani Bouzid/Bouzide Alaoui/El-Alaoui Chérif/Sharif/Cherif Saïdi/Saidi Belkacem/Belkassem Khoury/Khouri/Elkhoury Hamdi/Hamdy Trabelsi Benmoussa/Ben-Moussa Idrissi/El-Idrissi Zerrouki/Zerouki Fassi/El-Fassi Nasser/Naser Bouazza Chaoui/Chaouki Hariri/El-Hariri Jaziri/Djaziri Messaoudi/Masoudi Ouali/Wali Rahmani/Rahmany Tazi Yacoubi/Yaakoubi Ghazal/Ghazzal Sabbagh/Sabag Daoud/Dawood Mokhtari/Mukhtari",
  },
  latin: {
    men: "José Carlos/Carlo Juan Luis/Luís Miguel Andrés Diego Alejandro Jorge Fernando Juan-Carlos José-Luis Ricardo Rodrigo Mauricio Óscar/Oscar Hernán Iván Camilo Germán",
    women:
      "María Ana/Anna Luisa Carolina Paola/Paula Andrea Daniela Valentina Gabriela/Gabriella Claudia Sandra Mónica María-José Ana-María Luz-Marina Adriana Marcela Ximena/Jimena Lorena Natalia",
    family:
      "García/Garcia Rodríguez/Rodrigues Martínez/Martines Hernández/Hernandes López/Lopes González/Gonzales Pérez/Peres Sánchez/Sanches Ramírez/Ramires Torres Flórez/Flores Rivera Gómez/Gomes Díaz/Dias Reyes/Reies Cruz Morales Ortiz/Ortis Gutiérrez/Gutierres Chávez/Chaves Ramos Vargas Castillo Mendoza/Mendosa Rojas Moreno Romero Álvarez/Alvares Vásquez/Vázquez Castro Suárez/Suares Cárdenas Quintero Restrepo",
  },
  westAfrica: {
    men: "Mamadou/Mamadu Ousmane/Usman/Ousman Ibrahima/Ibrahim/Brahima Abdoulaye/Abdulaye Moussa/Musa Amadou/Amadu Boubacar/Bubacar/Aboubacar Cheikh/Sheikh Modou Souleymane/Suleiman/Sulayman Kofi/Coffi Kouassi/Kouasi Kwame/Kouamé Yao Adama Seydou/Saidou/Seidou Lamine Issa/Isa Drissa/Idrissa Bakary/Bacary",
    women:
      "Aminata/Aminatou Fatoumata/Fatumata/Fatoumatou Mariama/Maryama Awa/Hawa Kadiatou/Kadiatu/Kadidiatou Oumou/Umu Ramatoulaye/Ramatulai Aïssatou/Aissata/Aisatu Rokia/Rokhaya Bintou/Bintu Ndeye/Ndèye Khady/Kady Djeneba/Jeneba/Dieneba Adjoa/Adjoua Akissi/Akisi Safiatou/Safiatu Salimata/Salimatou Nafissatou/Nafisatu Assetou/Assétou Korotoumou/Korotumu",
    family:
      "Diallo/Jallow/Dialo Traoré/Traore Diop/Dioup Ndiaye/N'Diaye/Njie Coulibaly/Koulibaly/Kulibali Keïta/Keita Konaté/Konate Touré/Toure Cissé/Sissé/Cisse Ouédraogo/Wedraogo/Ouedraogo Koné/Kone Sow/So Bah/Ba Barry/Barrie Camara/Kamara Fofana/Fofanah Sylla/Silla Kouyaté/Kuyateh Diarra/Jarra Sarr/Sar Faye/Fay Mensah/Mensa Kouadio/Kwadio Yeboah/Yebouah Sanogo/Sanoko Dembélé/Dembele Sangaré/Sangare Bamba Soumahoro Ouattara/Wattara",
  },
  haiti: {
    men: "Wilner/Willner Jean-Claude Frantz/Franz Emmanuel/Emanuel Ronald Jean-Robert Wesner/Wisner Fritz/Frits Mackenson/Makenson Evens/Evans Stanley Jean-Marie Pierre-Richard Guerson/Gerson Rony/Ronny Widner Lesly/Leslie Jocelyn/Joslin Ernst/Ernest Kervens",
    women:
      "Rose-Marie Mirlande/Myrlande Guerda/Gerda Marie-Carmel Nadège/Nadege Ketly/Kettly Yolette/Iolette Fabienne Roseline/Rosaline Darline/Darlène Islande Marie-Ange Widline/Wideline Jocelyne/Josline Esther/Ester Lovely Vanessa Rose-Andrée Bernadette Natacha/Natasha",
    family:
      "Pierre Jean-Louis Joseph Charles Etienne/Estienne Jean-Baptiste Louis François Michel Augustin Dorval Saint-Fleur/St-Fleur Jean-Charles Célestin/Celestin Toussaint Désir/Desir Laguerre Noël Estimé/Estimable Jean-Pierre Dieudonné Mondésir/Mondesir Petit-Frère Théodore/Theodor Duvivier Cadet Belizaire/Bélisaire Exantus Fleurant/Florant Lindor",
  },
  slavic: {
    men: "Oleksandr/Aleksandr/Alexandre/Alexander Dmytro/Dmitri/Dmitry Serhii/Sergei/Sergiy/Serge Andrii/Andriy/Andrei Volodymyr/Vladimir/Volodimir Mykola/Nikolai/Nikolay Yurii/Yuri/Iouri Oleh/Oleg Ihor/Igor Viktor/Victor Maksym/Maxim/Maxime Bohdan/Bogdan Vasyl/Vasily/Vasil Taras Ruslan/Rouslan Roman Artem/Artiom Denys/Denis Pavlo/Pavel Yevhen/Evgeny/Evgueni",
    women:
      "Olena/Elena/Helena Nataliia/Natalya/Natalia Iryna/Irina Oksana/Oxana Tetiana/Tatiana/Tatyana Svitlana/Svetlana Yuliia/Yulia/Julia/Ioulia Kateryna/Ekaterina/Katerina Hanna/Anna/Ganna Liudmyla/Lyudmila/Ludmila Viktoriia/Victoria/Viktoria Mariia/Mariya Anastasiia/Anastasia/Anastasiya Olha/Olga Daria/Dariia/Darya Halyna/Galina Alina/Alyna Valentyna Inna Larysa/Larisa",
    family:
      "Shevchenko/Chevtchenko/Szewczenko Kovalenko Bondarenko Tkachenko/Tkatchenko Kravchenko/Kravtchenko Oliinyk/Oliynyk/Oleinik Shevchuk/Chevtchouk Koval/Kowal Polishchuk/Polichtchouk Bondar Marchenko/Martchenko Lysenko/Lisenko Savchenko/Savtchenko Rudenko/Roudenko Petrenko Ivanov/Ivanoff Ivanova Popov/Popoff Volkov/Wolkow Kuznetsov/Kouznetsov Melnyk/Melnik Kolesnyk/Kolesnik Moroz Hrytsenko/Gritsenko Zakharchenko/Zaharchenko Pavlenko Sydorenko/Sidorenko Vasylenko/Vasilenko Kharchenko/Khartchenko Panchenko/Pantchenko",
  },
  vietnam: {
    men: "Văn-Hùng Minh-Tuấn Quang-Huy Anh-Dũng Đức Thanh-Tùng Hoàng Quốc-Việt Bảo Khánh Ngọc-Sơn Trung-Kiên Long Tiến-Đạt Phúc Gia-Huy Văn-Nam Hữu-Thắng Duy Thành",
    women:
      "Thị-Hoa Thị-Lan Ngọc-Anh Thu-Hà Thị-Hương Mai Thanh-Thảo Phương-Linh Thị-Hồng Bích-Ngọc Kim-Ngân Thùy-Dung Thị-Tuyết Quỳnh Diệu-Linh Thị-Nga Minh-Châu Yến-Nhi Thúy Thị-Bình",
    family:
      "Nguyễn/Nguyen Nguyễn/Nguyen Nguyễn/Nguyen Trần/Tran Trần/Tran Lê/Le Phạm/Pham Huỳnh Phan Vũ/Vu Đặng/Dang Bùi/Bui Đỗ/Do Hồ/Ho Ngô/Ngo Dương/Duong",
  },
  china: {
    men: "Wei/伟 Jun/军 Haoran/Hao-Ran Jianguo/Jian-Guo Ming/明 Zhiqiang/Zhi-Qiang Lei/磊 Yuxuan/Yu-Xuan Peng/鹏 Guoqiang/Guo-Qiang Bo/波 Xiaoming/Xiao-Ming Tao/涛 Zihao/Zi-Hao Yong/勇 Chenglong/Cheng-Long",
    women:
      "Fang/芳 Xiuying/Xiu-Ying Na/娜 Jing/静 Yan/燕 Xiaoli/Xiao-Li Meiling/Mei-Ling Yuhan/Yu-Han Shuying/Shu-Ying Hong/红 Ping/萍 Xinyi/Xin-Yi Rui/蕊 Lihua/Li-Hua Yuting/Yu-Ting Qian/倩",
    family:
      "Wang/王 Wang/王 Li/李/Lee Li/李/Lee Zhang/张/Chang Zhang/张 Liu/刘 Chen/陈/Chan Yang/杨/Yeung Zhao/赵 Wu/吴 Zhou/周/Chow Xu/徐/Hsu Sun/孙 Ma/马 Zhu/朱 Hu/胡 Guo/郭/Kuo He/何 Lin/林/Lam",
  },
  southAsia: {
    men: "Rajesh Sanjay/Sanjai Amit Vikram Rahul Suresh Harpreet/Harprit Gurpreet/Gurprit Imran/Emran Asif/Aasif Muhammad-Ali/Mohammad-Ali Arjun Ravi Deepak/Dipak Manoj Anil Farhan Shahid/Shaheed Zubair/Zubayr Karthik/Kartik",
    women:
      "Priya/Pria Sunita/Suneeta Anjali/Anjalee Kavita/Kavitha Pooja/Puja Neha Manpreet/Manprit Simran Ayesha/Aesha Sana Nusrat Deepika/Dipika Lakshmi/Laxmi Meena/Mina Rekha Shreya/Shria Farzana Rubina Harleen/Harlin Geeta/Gita",
    family:
      "Singh/Sing Kaur/Kour Sharma/Sarma Patel/Patil Khan/Kahn Gupta Kumar/Kumaar Hussain/Husain/Hussein Ahmed-Khan Malik/Mallik Chowdhury/Choudhury/Chaudhry Das/Dass Banerjee/Banerji Mukherjee/Mukherji Reddy/Reddi Iyer/Aiyer Nair Rahman/Rehman Siddiqui/Siddiqi Qureshi/Kureshi Dhillon/Dhilon Gill Perera/Pereira Fernando-Silva Joshi/Joshee Mehta Bhatt/Bhat Rao Butt/But Akhtar/Akhter",
  },
  brazil: {
    men: "João Antônio/António Francisco Paulo Pedro Lucas Luiz/Luis Marcos Rafael/Raphael Felipe/Filipe Thiago/Tiago Gustavo Mateus/Matheus Leonardo Bruno Eduardo João-Pedro Luiz-Henrique Vinícius/Vinicius Rogério",
    women:
      "Maria Francisca Adriana Juliana Márcia Fernanda Patrícia Aline Camila/Camilla Letícia/Lettícia Amanda Bruna Jéssica/Gessica Larissa Beatriz/Beatris Maria-Eduarda Ana-Paula Vitória Rafaela/Raphaela Simone",
    family:
      "da-Silva/Silva dos-Santos/Santos Oliveira/de-Oliveira Souza/Sousa Lima/de-Lima Pereira Ferreira Costa/da-Costa Rodrigues Almeida/de-Almeida Nascimento/do-Nascimento Alves Carvalho/de-Carvalho Araújo Ribeiro Barbosa/Barboza Rocha Cardoso Teixeira/Texeira Correia/Corrêa Moura Cavalcanti/Cavalcante Batista/Baptista Freitas Monteiro Mendes/Mendez Vieira Pinto Nunes/Nunez Moreira",
  },
  persia: {
    men: "Reza/Riza Ali Mehrdad Hossein/Hussain/Hosein Amir/Ameer Behzad Farhad Mahmoud/Mahmood Saeed/Said/Saeid Arash Babak Kamran Majid/Majeed Navid/Naveed Omid/Omeed Siamak Kourosh/Cyrus/Koorosh Mohsen/Muhsin Hamid/Hameed Shahram",
    women:
      "Zahra/Zahraa Maryam Fatemeh/Fateme Shirin/Shireen Parisa/Pareesa Nasrin/Nasreen Azadeh/Azade Leyla/Leili Mahsa Niloufar/Nilufar/Niloofar Roya/Roia Sepideh/Sepide Setareh/Setare Shabnam Mitra Mahnaz Narges/Nargess Elham/Ilham Golnaz Yasaman",
    family:
      "Ahmadi/Ahmady Hosseini/Husseini/Hoseini Karimi/Kareemi Mohammadi/Muhammadi Rezaei/Rezai/Rezaee Moradi/Muradi Jafari/Djafari/Jaffari Rahimi/Raheemi Ebrahimi/Ibrahimi Hashemi/Hashimi Sadeghi/Sadeqi Mousavi/Musavi/Moosavi Ghasemi/Qasemi Rostami/Rustami Kazemi/Kazimi Asadi/Assadi Tehrani/Tehrany Farahani Shirazi/Shirazy Bagheri/Bagheri-Nejad Zamani/Zamany Norouzi/Nowruzi Soltani/Sultani Yazdani/Yazdany Amini/Ameeni Golzar Khosravi/Khosrawi Noori/Nouri Safavi Esfahani/Isfahani",
  },
};
