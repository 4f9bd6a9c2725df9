/** Names for judging the matcher, never for tuning it: spellings of one name stand together with slashes. */
import type { NameLists } from "./culture.ts";

export const test: NameLists = {
  quebec: {
    men: "Guy/Gui Alain/Allain Yves Gilles/Gille Richard Claude Daniel Michel-Ange André-Anne René Réal Roch Laurent/Lorent Patrice Rémi/Rémy Jérôme Félix/Felix Olivier/Ollivier Simon-Pierre Charles-Antoine",
    women:
      "Diane/Dianne Louise/Louyse Hélène Suzanne/Susanne Céline/Céleine Guylaine/Guilaine Sophie/Sofie Annie/Anny Martine Danielle/Danièle Michèle/Michelle Brigitte/Brigit Karine/Carine Stéfanie/Stephanie Audrey/Audrée Laurence/Laurance Florence Jacinthe/Jacynthe Mireille Élise/Elyse",
    family:
      "Demers Lachance Beaudoin/Baudoin/Beaudouin Hébert/Hebert Deschamps Villeneuve Raymond Boivin Archambault/Archambeault Plourde Turcotte/Turcot Savard Langlois/Langlais Beauchamp/Beauchamps Proulx/Prou Vachon Landry/Landri Cyr/Sire Dufour Lemieux Arsenault/Arseneault/Arseneau Perreault/Perrault/Perron Charbonneau/Charboneau Bilodeau Lepage Brousseau/Brossseau Daigle/Daigneault Gosselin/Goslin Létourneau Ste-Marie/Sainte-Marie Robitaille Drolet",
  },
  arabic: {
    men: "Farid/Fareed Adel/Adil Bachir/Basheer/Bashir Ismaïl/Ismael/Ismail Zakaria/Zakariya/Zachariah Lotfi/Lutfi Nizar/Nizaar Othman/Othmane/Uthman Redouane/Ridwan/Redwan Sofiane/Sufyan/Soufiane Yassine/Yasin/Yaseen Abdallah/Abdullah/Abdalla Ayoub/Ayyub Driss/Idris Fouad/Fuad Ghassan/Gassan Hamza/Hamzah Imad/Emad Mounir/Munir/Moneer Raouf/Rauf",
    women:
      "Soumia/Sumaya/Soumaya Dounia/Dunya/Donia Farah/Fara Ghizlane/Ghislane Hayat/Hayet Ikram/Ekram Jihane/Jihan/Gehan Karima/Kareema Lamia/Lamya Malika/Maleeka Nawal/Naoual Oumaima/Umaima Rim/Reem Safaa/Safae/Safa Siham/Seham Thouraya/Soraya Wissal/Ouissal Yamina/Yameena Zohra/Zouhra Chaïma/Shaima/Chaimae",
    family:
      "Bensalem/Ben-Salem Boukhari/Bukhari Chraïbi/Shraibi/Chraibi Derradji/Deraji El-Hachimi/Elhachimi/Hachimi Filali/El-Filali Gharbi/Elgharbi Hamidou/Hamidu Jebali/Jebbali/Djebali Kabbaj/Kabaj Lahlou/Lahlu Mekki/Makki/Mekky Najjar/Nadjar/Naggar Osman/Othmani Qasmi/Kasmi Rifai/Refaie/El-Rifai Slimani/Sulaimani/Slimany Taleb/Talib Younsi/Yunsi Ziani/Zayani/Zyani Bennani/Benani Cherkaoui/Sharqawi/Cherkawi Douiri/Dwiri Benhaddou/Ben-Haddou Laâroussi/Laroussi/Laaroussi Bouchareb/Bousharb Sebti/Essebti Ayari/Ayary Dridi/Dreidi Khelifi/Khlifi/Khalifi",
  },
  latin: {
    men: "Raúl/Raul Enrique/Henrique Javier/Xavier Sergio/Serjio Esteban/Estevan Cristian/Christian Sebastián/Sebastian Manuel Emilio Víctor-Manuel Rubén/Ruben Gonzalo/Gonsalo Arturo Alfredo Rolando Fabián/Favian Hugo Nicolás Wilson/Wilsson Édgar/Edgar",
    women:
      "Rosa/Rossa Elizabeth/Elisabeth/Elizabet Teresa/Theresa Silvia/Sylvia Verónica/Veronika Alejandra Yolanda/Iolanda Marisol/Mari-Sol Cecilia/Sesilia Liliana/Lilyana Esperanza/Esperansa Mercedes/Mersedes Lucía Rocío/Rosio Diana/Dayana Viviana/Bibiana Catalina/Katalina Gloria-Inés Dora/Dorah Blanca-Nieves",
    family:
      "Jiménez/Giménez/Jimenes Muñoz/Munos Herrera/Errera Medina Aguilar/Aguilár Guerrero/Guerero Salazar/Salasar Delgado Ortega/Hortega Guzmán/Gusmán Vega/Bega Contreras Fuentes Cabrera Espinoza/Espinosa Peña Bautista/Bauptista Zamora/Samora Valencia/Balencia Ibáñez/Ybáñez Cifuentes/Sifuentes Arango Ospina/Hospina Montoya/Montolla Henao Bedoya/Vedoya Giraldo/Jiraldo Zuluaga/Suluaga Palacios/Palacio Escobar/Escovar Benítez/Venítez Acosta Maldonado Figueroa Villalobos/Villalovos",
  },
  westAfrica: {
    men: "Alioune/Aliou/Aliu Babacar/Babakar Cheick-Oumar/Sheik-Omar Demba/Demba-Sy Elhadj/El-Hadj/Elhadji Fodé/Foday Gora/Goora Hamidou-Baba Kwasi/Kouasssi Kwabena/Kobina Kossi/Cossi Malick/Maleck Ngor/N'Gor Oumar/Oumarou Papa/Pape Salif/Saliou Tidiane/Tijan/Tidjane Yacouba/Yakuba/Yakouba Zoumana/Zumana Sékou/Seku/Secou",
    women:
      "Adiaratou/Adiara Astou/Assitan Coumba/Kumba Diénéba-Sira Djénabou/Jainaba/Dienabou Fanta/Fantah Habibatou/Habibatu Kadija/Kadijatou Mame-Diarra/Mam-Diarra Maïmouna/Maimuna/Maymouna Nana/Nanah Néné/Nenneh Ourèye/Oureye Penda/Pendah Ramata/Ramatou Sira/Syra Tenin/Tening Yacine/Yassin Abena/Abina Akosua/Akossiwa",
    family:
      "Sissoko/Cissokho/Sisoko Doumbia/Dumbia/Dumbuya Gueye/Guèye/Gaye Mbaye/M'Baye/Mbye Niang/Nyang Sané/Sanneh/Saneh Thiam/Tiam/Cham Wade/Ouade Kaboré/Kabore Zongo/Songo Sawadogo/Savadogo Compaoré/Kompaore Bangoura/Bangura Soumaré/Sumareh Condé/Kondé Baldé/Baldeh Dansokho/Dansoko Gassama/Gasama Owusu/Ohoussou Boateng/Boatin Asante/Ashanti Agyeman/Adjeman Koffi-Yao Konan/Connan N'Guessan/Nguessan Tapsoba/Tapsouba Ilboudo/Ilbudo Diakité/Jakite/Diakhite Sidibé/Sidibeh Berthé/Berte",
  },
  haiti: {
    men: "Jacques/Jak Gérald/Gerald Josué/Josue Kesner/Kessner Lucner/Luckner Marc-Arthur Nixon/Nickson Odner/Audner Patrick/Patrik Ricot/Rico Samuel/Samuël Thony/Tonny Venel/Vénel Watson/Watsson Yvens/Ivens Renel/Rénel Dieuseul/Dieu-Seul Jean-Eudes Fanel/Phanel Berthony/Bertony",
    women:
      "Carline/Karline Daphnée/Dafney/Daphney Edwige/Edwidge Farah-Lee Gislaine/Guislaine Immacula/Imacula Judeline/Judline Kerline/Kerlyne Lourdes/Lourde Magalie/Magaly Nirva/Nyrva Odette/Audette Phara/Pharah Régine/Reggine Sherline/Cherline Tamara/Thamara Venette/Vénette Wilda/Whilda Ysemarie/Isemarie Marie-Lourdes",
    family:
      "Antoine/Anthoine Baptiste/Baptist Cénatus/Senatus Dorvilier/Dorvilus Edouard/Édouard Fils-Aimé Germain/Germin Hyppolite/Hippolyte Innocent/Inocent Jacquet/Jaquet Kernizan/Kernisan Lafleur/Laflor Mésidor/Mesidore Nicolas-Prosper Oscar-Ménard Paul Prophète/Profète Remy-Jules Sainvil/Saint-Vil Thermidor/Termidor Ulysse/Ulisse Valcin/Valsin Wislène Zéphir/Zephyr/Zéphirin Altidor/Altidort Bien-Aimé/Bienaimé Chéry/Chery/Cherry Délva/Delva Louissaint/Louis-Saint Mathurin/Maturin",
  },
  slavic: {
    men: "Anatolii/Anatoly/Anatoli Borys/Boris Danylo/Danilo/Danil Fedir/Fedor/Fyodor Hennadii/Gennady/Gennadi Heorhii/Georgy/Georgii Kyrylo/Kirill/Cyril Leonid/Léonid Mykhailo/Mikhail/Mihail/Michail Nazar/Nazarii Ostap/Ostape Petro/Piotr/Pyotr Rostyslav/Rostislav Stanislav/Stanislaw Tymofii/Timofey/Timofei Vadym/Vadim Valerii/Valery/Valeri Viacheslav/Vyacheslav/Viatcheslav Yaroslav/Jaroslav/Iaroslav Zakhar/Zahar",
    women:
      "Antonina/Antonyna Bohdana/Bogdana Dariya-Zoia Diana-Yana Yevheniia/Evgenia/Evguenia Yelyzaveta/Elizaveta/Elisaveta Ivanna/Yvanna Kseniia/Ksenia/Xenia Lesia/Lesya Lidiia/Lidia/Lydia Marharyta/Margarita/Margaryta Myroslava/Miroslava Nadiia/Nadezhda/Nadejda Nina Polina/Polyna Raisa/Raissa Sofiia/Sofia/Sofiya Uliana/Ulyana/Oulyana Vira/Vera Zoriana/Zoryana",
    family:
      "Babenko Chernenko/Tchernenko Demchenko/Demtchenko Fedorenko/Fedorenco Havrylenko/Gavrilenko Ishchenko/Ichtchenko Klymenko/Klimenko Levchenko/Levtchenko Mazur/Mazour Nesterenko Onyshchenko/Onischenko Prykhodko/Prihodko/Prikhodko Romanenko Semenenko/Semenenco Tymoshenko/Timoshenko/Timochenko Usenko/Ousenko Yushchenko/Iouchtchenko/Yuschenko Zinchenko/Zintchenko Honchar/Gonchar/Gontchar Hrabovskyi/Grabovsky/Grabowski Kyrylenko/Kirilenko Sokolov/Sokoloff Morozov/Morozoff Novikov/Novikoff Lebedev/Lebedeff Orlova/Orlowa Smirnov/Smirnoff Fedorov/Fiodorov Wójcik/Wojcik Zhukov/Joukov/Jukov",
  },
  vietnam: {
    men: "Xuân-Phong Công-Minh Tấn-Lộc Vĩnh-Phát Đình-Trọng Hải-Đăng Nhật-Tân Thế-Vinh Trọng-Nghĩa Việt-Cường Khôi Lập Sỹ-Hiếu Thiện Toàn Vũ-Luân Cao-Khải Hiệp Nhân Tín",
    women:
      "Cẩm-Tú Hạnh Khánh-Vy Lệ-Thu Mộng-Trinh Như-Ý Ngân-Giang Phượng Thiên-Kim Thục-Oanh Trúc-Ly Tường-Vi Uyên Xuân-Đào Ái-Vân Bảo-Trân Hiền Hoài-Thương Nguyệt Tố-Uyên",
    family:
      "Hoàng-Lương/Hoang-Luong Lý/Ly Đinh/Dinh Trịnh/Trinh Lưu/Luu Đoàn/Doan Tạ/Ta Cao/Kao Mạc/Mac Tô/To La Thái/Thai Châu/Chau Quách/Quach Từ/Tu Kiều/Kieu",
  },
  china: {
    men: "Gang/刚 Hui/辉 Kai/凯 Xiang/翔 Dawei/Da-Wei Feng/峰 Guangming/Guang-Ming Hongbin/Hong-Bin Jiahao/Jia-Hao Liang/亮 Mingyu/Ming-Yu Ruoxi/Ruo-Xi Shaohua/Shao-Hua Tianyu/Tian-Yu Wenbin/Wen-Bin Zhenhua/Zhen-Hua",
    women:
      "Aihua/Ai-Hua Cuiping/Cui-Ping Dandan/Dan-Dan Guiying/Gui-Ying Huimin/Hui-Min Jiayi/Jia-Yi Lan-Xin Mengyao/Meng-Yao Ningxin/Ning-Xin Qiuyue/Qiu-Yue Sijia/Si-Jia Tingting/Ting-Ting Wenjing/Wen-Jing Xue/雪 Yingying/Ying-Ying Zixuan/Zi-Xuan",
    family:
      "Gao/高/Kao Luo/罗 Zheng/郑/Cheng Liang-Zhu Xie/谢/Hsieh Song/宋 Tang/唐 Deng/邓/Teng Han/韩 Feng-Shu Cao/曹/Tsao Peng-Zu Zeng/曾/Tseng Xiao/肖/Hsiao Tian/田 Dong/董 Pan/潘/Poon Yuan/袁 Cai/蔡/Tsai Jiang/蒋/Chiang",
  },
  southAsia: {
    men: "Ashok Bharat/Bharath Chandan Dinesh/Dhinesh Ganesh/Ganesan Harish/Hareesh Jagdeep/Jagdip Kuldeep/Kuldip Lalit/Lalith Mahesh Naresh Pradeep/Pradip Ramesh/Ramesch Sandeep/Sandip Tanveer/Tanvir Umair/Omair Vijay/Vijai Waqas/Wakas Yogesh/Iogesh Zeeshan/Zishan",
    women:
      "Aarti/Arti Bhavna/Bhavana Chitra/Chithra Divya/Divia Fareeha/Fariha Gurleen/Gurlin Hina/Heena Indira/Indera Jyoti/Jyothi Komal Lubna/Loubna Madhuri/Madhuree Nandini/Nandhini Parveen/Parvin Rashmi/Rashmee Sadia/Sadiya Tahira/Tahera Usha/Oosha Vidya/Vidhya Zainab-Bibi",
    family:
      "Agarwal/Aggarwal/Agrawal Bhattacharya/Bhattacharjee Chatterjee/Chatterji Dutta/Datta Ganguly/Ganguli Grewal/Garewal Jayawardena/Jayewardene Kapoor/Kapur Lodhi/Lodi Menon/Menen Mishra/Misra Naidu/Naidoo Pandey/Pande Pillai/Pillay Raghavan/Ragavan Saxena/Saksena Sandhu/Sandhoo Thapa/Thappa Trivedi/Trivedy Varma/Verma Yadav/Jadav Zaidi/Zaidy Sheikh-Ansari Baig/Beg Chohan/Chauhan Mirza/Mirzah Wickramasinghe/Wikramasinghe Gunaratne/Gunaratna Sidhu/Sidhoo Bajwa/Bajua",
  },
  brazil: {
    men: "Anderson/Andersson Caio/Cayo Douglas/Duglas Everton/Éverton Fábio/Phábio Geraldo/Giraldo-Luz Heitor/Hector Igor-Luan Jefferson/Jeferson Kauã/Cauã Leandro/Leandru Murilo/Murillo Otávio/Octávio Renato/Renatto Ronaldo Sandro Ulisses/Ulysses-Ney Wagner/Vagner Wellington/Welington Yago/Iago",
    women:
      "Aparecida/Apparecida Bianca/Bianka Cristiane/Christiane Débora/Deborah Elaine/Helaine Flávia/Flavya Giovana/Giovanna Helena-Íris Ingrid/Ingride Joana-Darc Kelly/Keli Luciana/Lusiana Mirela/Mirella Priscila/Priscilla Raquel/Rachel Renata/Renatta Sabrina/Sabryna Tatiane/Tathiane Vanda/Wanda Yara/Iara",
    family:
      "Andrade/de-Andrade Azevedo/de-Azevedo Borges/Borjes Campos/de-Campos Dantas Esteves/Estevez Farias/Faria Gonçalves/Gonsalves Henriques/Enriques Jardim/Jardin Leite Lacerda Macedo/de-Macedo Machado/Maxado Neves/das-Neves Novaes/Novais Paiva/de-Paiva Queiroz/Queirós Rezende/Resende Sampaio/Sampayo Siqueira/Sequeira Tavares/Tavarez Toledo/de-Toledo Uchoa/Uchôa Vasconcelos/Vasconcellos Xavier-Lins Zanetti/Zaneti Brito/Britto Coutinho/Coitinho Guimarães/Guimaraens",
  },
  persia: {
    men: "Abbas/Abas Bahram/Behram Dariush/Daryoush/Darius Ehsan/Ihsan Farzad/Ferzad Ghorban/Qorban Homayoun/Humayun Iraj/Eeraj Javad/Djavad/Jawad Kaveh/Kave Keyvan/Kayvan/Keivan Mansour/Mansur Masoud/Masud/Massoud Nader/Nadir Parviz/Parwiz/Parveez Ramin/Rameen Sohrab/Suhrab Vahid/Waheed/Wahid Yaghoub/Yaqub Ziba-Ali",
    women:
      "Atefeh/Atefe Bahareh/Bahare Elnaz/Ilnaz Farideh/Faride Forough/Forugh/Foroogh Ghazaleh/Ghazale Haleh/Hale Jaleh/Zhaleh Katayoun/Katayun Ladan/Laadan Mahin/Maheen Mojgan/Mozhgan Nazanin/Nazaneen Pegah/Pega Raheleh/Rahele Samaneh/Samane Taraneh/Tarane Vida/Weeda Zohreh/Zohre Azar/Aazar",
    family:
      "Abbasi/Abasi/Abbassi Bahrami/Behrami Davoudi/Davoodi/Dawudi Eslami/Islami Fallahi/Falahi Gholami/Qolami/Gulami Heidari/Heydari/Haidari Iravani/Irvani Javadi/Djavadi/Jawadi Kiani/Kiyani/Kayani Lotfian/Lutfian Mirzaei/Mirzai/Mirzaie Naderi/Nadiri Omidi/Omeedi Pourmand/Purmand Qorbani/Ghorbani Rouhani/Ruhani/Rohani Salehi/Salihi Taheri/Tahiri Vaziri/Waziri Yousefi/Yusefi/Yosefi Zandi/Zandy Alavi/Alawi Dehghani/Dehqani Fazeli/Fazli/Faazeli Khalili/Khaleeli Maleki/Malaki Parsa/Parsaa Sharifi/Shareefi Toutounchi/Tutunchi",
  },
};
