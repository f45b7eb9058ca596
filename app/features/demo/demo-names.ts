/** Names by culture, given names and family names. Where a name is not in Latin letters, its romanised form follows a colon. */
type NamePool = { given: readonly Name[]; family: readonly Name[] };

export type Name = { text: string; latin: string };

const pool = (given: string, family: string): NamePool => ({ given: namesOf(given), family: namesOf(family) });

function namesOf(list: string): Name[] {
  return list.split(",").map((entry) => {
    const [text = "", latin] = entry.trim().split(":");
    return { text, latin: latin ?? text };
  });
}

const english = pool(
  "Abigail, Adam, Alice, Amber, Andrew, Beth, Brian, Caleb, Carol, Charlotte, Claire, Colin, Daniel, Deborah, Derek, Edward, Eleanor, Emma, Ethan, Fiona, Gareth, George, Grace, Hannah, Harriet, Ian, Isaac, Jacob, Jane, Joanna, Julian, Karen, Keith, Laura, Leah, Lucas, Martin, Megan, Nathan, Natalie, Neil, Olivia, Patrick, Peter, Rachel, Rebecca, Ryan, Samuel, Stephen, Susan, Theo, Victoria, Walter, Zoe",
  "Abbott, Archer, Baker, Barnes, Bennett, Bishop, Brooks, Carter, Chapman, Coleman, Cooper, Dawson, D'Arcy, Ellis, Fisher, Fletcher, Foster, Gardner, Gibson, Hawkins, Hayes, Hughes, Jennings, Kelly, Knight, Lambert, MacLeod, Marsh, McAllister, Mills, Newton, O'Connor, O'Shea, Palmer, Pearson, Porter, Reynolds, Riley, Shepherd, Sinclair, Spencer, St. Clair, Sutton, Thornton, Turner, Vaughan, Walsh, Watson, Webb, Weston, Whitaker, Young",
);
const african = pool(
  "Aisha, Amara, Andre, Bongani, Chidi, Darnell, Ebony, Imani, Jamal, Kagiso, Kwame, Lerato, Malik, Naledi, Ngozi, Nia, Sipho, Tamika, Thandiwe, Tyrone, Zanele, Zola",
  "Adeyemi, Banks, Botha, Booker, Dlamini, Dube, Jefferson, Khumalo, Mbeki, Mokoena, Naidoo, Ndlovu, Nkosi, Okafor, Okonkwo, Pillay, Van der Merwe, Van Wyk, Washington, Zulu",
);
const spanish = pool(
  "Álvaro, Ana, Andrés, Beatriz, Begoña, Camila, Carlos, Diego, Elena, Esteban, Fernando, Gabriela, Gonzalo, Inés, Itziar, Javier, Jimena, José María, Lucía, Luis, Maite, Marisol, Mateo, Nuria, Pablo, Pilar, Raúl, Rocío, Sebastián, Sofía, Tomás, Valeria, Xavier, Ximena",
  "Aguilar, Álvarez, Arrieta, Bermúdez, Cabrera, Castañeda, Domínguez, Echeverría, Espinosa, Fernández, Gálvez, Gutiérrez, Hernández, Ibáñez, Jiménez, Larrañaga, López, Márquez, Muñoz, Navarro, Ordóñez, Peña, Quiñones, Ramírez, Rodríguez, Sáez, Solís, Treviño, Urrutia, Vázquez, Yáñez, Zúñiga",
);
const french = pool(
  "Adèle, Agnès, Amélie, Antoine, Aurélien, Bastien, Benoît, Camille, Cédric, Céline, Clémence, Damien, Édouard, Élodie, Étienne, Gaëlle, Guillaume, Héloïse, Jean-Baptiste, Julien, Léa, Marie-Claire, Mathilde, Maxime, Noémie, Océane, Pascal, Quentin, Rémi, Solène, Théo, Thérèse, Yann, Zoé",
  "Aubert, Barthélemy, Beaulieu, Bélanger, Blanchard, Bouchard, Carpentier, Chevalier, Côté, D'Aubigné, De La Tour, Deschênes, Dufour, Fournier, Gagné, Garnier, Guérin, Lacroix, Lefebvre, Lévesque, Marchand, Ménard, Moreau, Noël, Ouellet, Pelletier, Perrot, Renaud, Rousseau, Saint-Pierre, Tremblay, Vallée, Vasseur",
);
const german = pool(
  "Anja, Annegret, Bernd, Birgit, Björn, Carsten, Dörte, Elke, Florian, Frauke, Götz, Günter, Hannelore, Heike, Ingo, Jörg, Jürgen, Käthe, Katrin, Lukas, Manfred, Matthias, Nadine, Ole, Petra, Ralf, Sabine, Silke, Stefan, Thorsten, Ulrike, Uwe, Viktoria, Wiebke",
  "Bauer, Böhm, Brandt, Dürr, Eichhorn, Fuchs, Gräf, Großmann, Hartmann, Heß, Hübner, Jäger, Köhler, König, Kühn, Lange, Löwe, Maier, Mühlhausen, Neumann, Pfeiffer, Preuß, Richter, Schäfer, Schmidt-Lorenz, Schröder, Seidel, Thiele, Vogt, von Arnim, Weiß, Winkler, Zöllner",
);
const polish = pool(
  "Agnieszka, Aleksandra, Andrzej, Bartłomiej, Bogusława, Celina, Dariusz, Elżbieta, Ewa, Grażyna, Ireneusz, Jadwiga, Jakub, Jarosław, Joanna, Kacper, Katarzyna, Krzysztof, Łucja, Maciej, Magdalena, Marek, Michał, Paweł, Przemysław, Radosław, Stanisław, Szymon, Urszula, Wacław, Wiesława, Zbigniew, Zofia",
  "Adamczyk, Błaszczyk, Chmielewski, Dąbrowska, Dziedzic, Gałązka, Głowacki, Górska, Jabłoński, Jędrzejczak, Kaczmarek, Kołodziej, Król, Krzyżanowski, Lewandowska, Łuczak, Mądry, Mróz, Nowak, Ostrowska, Pawłowski, Przybylska, Rzepecki, Sękowski, Szczepaniak, Ścibor, Świątek, Wąsik, Wiśniewska, Wrzesiński, Zając, Żurawski",
);
const portuguese = pool(
  "Adriana, Anderson, Antônio, Bruna, Caio, Conceição, Débora, Eduardo, Fabrício, Flávia, Gilberto, Helena, Ícaro, Isabela, João, Jordão, Juliana, Larissa, Lívia, Marcelo, Márcia, Murilo, Natália, Otávio, Paulo, Raíssa, Renato, Sílvia, Tarcísio, Thaís, Vinícius, Yara",
  "Alencar, Amorim, Araújo, Assunção, Azevedo, Barros, Brandão, Camargo, Cavalcanti, Conceição, da Cunha, de Assis, do Nascimento, dos Santos, Esteves, Falcão, Figueiredo, Galvão, Guimarães, Leitão, Magalhães, Mendonça, Moura, Pacheco, Peçanha, Queirós, Rezende, Sampaio, Teixeira, Valença, Xavier",
);
const chinese = pool(
  "伟:Wei, 芳:Fang, 秀英:Xiuying, 敏:Min, 静:Jing, 丽:Li, 强:Qiang, 磊:Lei, 洋:Yang, 艳:Yan, 勇:Yong, 军:Jun, 杰:Jie, 娟:Juan, 涛:Tao, 超:Chao, 霞:Xia, 平:Ping, Bo, Chunhua, Dandan, Gang, Haoran, Jiahui, Kai, Lan, Mei, Ning, Pengfei, Qian, Rui, Shan, Tingting, Xiaoming, Yifan, Zihan",
  "王:Wang, 李:Li, 张:Zhang, 刘:Liu, 陈:Chen, 杨:Yang, 赵:Zhao, 黄:Huang, 周:Zhou, 吴:Wu, 徐:Xu, 孙:Sun, 欧阳:Ouyang, Bai, Cai, Deng, Feng, Guo, He, Jiang, Kong, Lin, Lü, Ma, Pan, Qin, Ren, Shen, Tang, Wei, Xie, Yuan, Zheng, Zhu",
);
const japanese = pool(
  "愛:Ai, 明:Akira, 彩:Aya, 大輔:Daisuke, 恵美:Emi, 春奈:Haruna, 浩:Hiroshi, 純一:Junichi, 香織:Kaori, 和也:Kazuya, 舞:Mai, 誠:Makoto, 真由美:Mayumi, 直樹:Naoki, 玲奈:Reina, 亮:Ryo, 聡:Satoshi, 翔太:Shota, 隆:Takashi, 智子:Tomoko, 裕子:Yuko, 優:Yu, 陽一:Yoichi, ゆり:Yuri",
  "青木:Aoki, 遠藤:Endo, 藤井:Fujii, 橋本:Hashimoto, 林:Hayashi, 池田:Ikeda, 石川:Ishikawa, 伊藤:Ito, 加藤:Kato, 木村:Kimura, 小林:Kobayashi, 前田:Maeda, 松本:Matsumoto, 森:Mori, 中村:Nakamura, 岡田:Okada, 大野:Ono, 斎藤:Saito, 清水:Shimizu, 鈴木:Suzuki, 高橋:Takahashi, 田中:Tanaka, 渡辺:Watanabe, 山口:Yamaguchi, 吉田:Yoshida",
);
const indian = pool(
  "Abhishek, Aditi, Ananya, Anirban, Arjun, Bhavna, Chandrika, Debashis, Deepika, Farhan, Gayatri, Harish, Indrani, Ishaan, Jyoti, Karthik, Kavita, Lakshmi, Manoj, Meera, Mohammed, Neha, Nikhil, Pooja, Rajesh, Rohini, Sanjay, Shreya, Subhash, Tanvi, Uday, Vidya, Vikram, Yasmin",
  "Agarwal, Bannerjee, Basu, Bhattacharya, Chakraborty, Chatterjee, Das, Dasgupta, Deshpande, Dutta, Ghosh, Gupta, Iyer, Jain, Joshi, Kapoor, Khan, Kulkarni, Kumar, Malhotra, Mehta, Menon, Mukherjee, Nair, Pal, Patel, Rao, Reddy, Sen, Sharma, Singh, Srinivasan, Subramaniam, Verma",
);
const arabic = pool(
  "أحمد:Ahmad, خالد:Khalid, فاطمة:Fatima, ليلى:Layla, محمد:Muhammad, مريم:Maryam, نورة:Noura, سلطان:Sultan, يوسف:Yousef, زينب:Zainab, Aaliyah, Bilal, Dalal, Faisal, Ghada, Hamdan, Huda, Ibrahim, Jawaher, Karim, Mona, Nasser, Omar, Rashid, Saif, Salma, Tariq, Yara",
  "المنصوري:Al Mansoori, النعيمي:Al Nuaimi, الشامسي:Al Shamsi, الكعبي:Al Kaabi, حداد:Haddad, خوري:Khoury, Abbas, Al Ketbi, Al Marri, Al Suwaidi, Ayoub, Darwish, El-Sayed, Farouk, Habib, Hussein, Jaber, Kanaan, Mansour, Nasr, Qasim, Rahman, Saleh, Shaheen, Tawfiq, Zayed",
);
const maori = pool(
  "Aroha, Hemi, Hine, Kahu, Kiri, Manaia, Mere, Ngaire, Rangi, Tama, Tāne, Wiremu",
  "Hēnare, Karaka, Mahuta, Ngata, Parata, Pōmare, Rātana, Tamihana, Te Rangi, Waititi",
);
const malay = pool(
  "Aisyah, Cheng Hock, Hui Min, Jun Hao, Kok Leong, Li Ting, Mei Fong, Nurul, Rashidah, Siew Ling, Syafiq, Wei Jie, Xin Yi, Zulkifli",
  "bin Abdullah, binte Ismail, Chua, Goh, Ho, Koh, Lee, Lim, Ng, Ong, Seah, Tan, Teo, Toh, Yeo",
);

/** The cultures of a country's names, each with its share. */
export const namesByCountry: Record<string, readonly [NamePool, number][]> = {
  US: [
    [english, 52],
    [spanish, 18],
    [african, 12],
    [indian, 6],
    [chinese, 5],
    [german, 3],
    [polish, 2],
    [arabic, 2],
  ],
  CA: [
    [english, 50],
    [french, 30],
    [chinese, 8],
    [indian, 8],
    [arabic, 4],
  ],
  GB: [
    [english, 72],
    [indian, 12],
    [african, 6],
    [polish, 6],
    [arabic, 4],
  ],
  FR: [
    [french, 88],
    [arabic, 8],
    [portuguese, 4],
  ],
  DE: [
    [german, 86],
    [polish, 8],
    [arabic, 6],
  ],
  ES: [[spanish, 100]],
  MX: [[spanish, 100]],
  BR: [
    [portuguese, 92],
    [japanese, 4],
    [german, 4],
  ],
  PL: [[polish, 100]],
  IN: [[indian, 100]],
  CN: [[chinese, 100]],
  JP: [[japanese, 100]],
  SG: [
    [malay, 60],
    [chinese, 20],
    [indian, 20],
  ],
  AE: [
    [arabic, 66],
    [indian, 26],
    [english, 8],
  ],
  ZA: [
    [african, 66],
    [english, 20],
    [indian, 14],
  ],
  NZ: [
    [english, 74],
    [maori, 20],
    [indian, 6],
  ],
  AU: [
    [english, 78],
    [chinese, 12],
    [indian, 10],
  ],
};
