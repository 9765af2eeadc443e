/**
 * What countries are called beside their names: short and former names first, then by language what is said of them
 * and of their people, in the form that other endings are told from. Names of languages that are spoken far beyond
 * one country (English, Arabic) are left out.
 */
const table = `
AF | | en Afghan Afghans | de afghanisch Afghane Afghanin | fr afghan | es afgano | nl Afghaans | it afghano | sr avganistanski | ro afgan
AL | | en Albanian Albanians | de albanisch Albaner Albanerin | fr albanais | es albanés albanesa | nl Albanees Albanese | it albanese | pt albanês | ro albanez | sr albanski
AM | | en Armenian Armenians | de armenisch Armenier | fr arménien | es armenio | nl Armeens Armeense | it armeno | pt arménio armênio | ro armean | sr jermenski
AO | | en Angolan Angolans | de angolanisch | fr angolais | es angoleño | nl Angolees | it angolano | pt angolano
AR | | en Argentine Argentinian | de argentinisch | fr argentin | es argentino | nl Argentijns | pt argentino
AT | | en Austrian Austrians | de österreichisch Österreicher Österreicherin | fr autrichien | es austriaco austríaco | nl Oostenrijks | it austriaco | pt austríaco | ro austriac | sr austrijski
AZ | | en Azerbaijani Azerbaijanis | de aserbaidschanisch | fr azerbaïdjanais | es azerbaiyano | it azero | ro azer
BA | Bosnia, Bosnia-Herzegovina, Bosnien, Bosnie, Bosnië, Bosna, BiH | en Bosnian Bosnians | de bosnisch Bosnier | fr bosniaque bosnien | es bosnio | nl Bosnisch | it bosniaco | ro bosniac | sr bosanski
BD | | en Bangladeshi Bangladeshis | de bangladeschisch | fr bangladais | es bangladesí | nl Bengaals
BE | | en Belgian Belgians | de belgisch Belgier Belgierin | fr belge | es belga | nl Belgisch Belg | it belga | pt belga | ro belgian | sr belgijski
BF | | en Burkinabe | fr burkinabè burkinabé | es burkinés
BG | | en Bulgarian Bulgarians | de bulgarisch Bulgare Bulgarin | fr bulgare | es búlgaro | nl Bulgaars Bulgaar | it bulgaro | pt búlgaro | ro bulgar bulgăresc | sr bugarski | bg български
BJ | | en Beninese | de beninisch | fr béninois | es beninés | nl Beninees | it beninese
BO | | en Bolivian Bolivians | de bolivianisch Bolivianer | fr bolivien | es boliviano | nl Boliviaans | it boliviano | pt boliviano
BR | | en Brazilian Brazilians | de brasilianisch Brasilianer | fr brésilien | es brasileño | nl Braziliaans | it brasiliano | pt brasileiro | ro brazilian | sr brazilski
BY | Belorussia | en Belarusian Belarusians Belarussian | de belarussisch weißrussisch | fr biélorusse bélarusse | es bielorruso | nl Belarussisch Wit-Russisch | it bielorusso | ro belarus bielorus | sr beloruski
CD | DR Congo, D.R. Congo, R.D. Congo, RD Congo, RDC, Democratic Republic of the Congo, Democratic Republic of Congo, République démocratique du Congo, República Democrática del Congo, Demokratische Republik Kongo, Democratische Republiek Congo | en Congolese | fr congolais
CH | | en Swiss | de schweizerisch Schweizer Schweizerin | fr suisse | es suizo | nl Zwitsers | it svizzero | pt suíço | ro elvețian | sr švajcarski
CI | Ivory Coast | fr ivoirien | en Ivorian Ivorians
CL | | en Chilean Chileans | de chilenisch | fr chilien | es chileno | nl Chileens Chileense | it cileno | pt chileno
CM | | en Cameroonian Cameroonians | de kamerunisch Kameruner Kamerunerin | fr camerounais | es camerunés camerunesa | nl Kameroens Kameroense | it camerunese | pt camaronês
CN | People’s Republic of China, PRC | en Chinese | de chinesisch Chinese Chinesin | fr chinois | es chino | nl Chinees Chinese | it cinese | pt chinês | ro chinez | sr kineski
CO | | en Colombian Colombians | de kolumbianisch | fr colombien | es colombiano | nl Colombiaans | it colombiano | pt colombiano
CU | | en Cuban Cubans | de kubanisch Kubaner | fr cubain | es cubano | nl Cubaans | it cubano | pt cubano
CV | Cabo Verde |
CZ | Czech Republic, Tschechische Republik, République tchèque, República Checa, Repubblica Ceca, Republica Cehă, Tsjechische Republiek, Češka Republika | en Czech Czechs | de tschechisch Tscheche | fr tchèque | es checo | nl Tsjechisch | it ceco | pt checo | ro ceh | sr češki
DE | BRD | en German Germans | de deutsch Deutsche Deutscher | fr allemand | es alemán alemana | nl Duits Duitse | it tedesco | pt alemão alemã | ro german | sr nemački
DK | | en Danish Danes | de dänisch Däne | fr danois | es danés danesa | nl Deens Deense | it danese | sr danski
DO | | de dominikanisch | es dominicano | pt dominicano
DZ | | en Algerian Algerians | de algerisch Algerier | fr algérien | es argelino | nl Algerijns Algerijnse | it algerino | pt argelino
EC | | en Ecuadorian Ecuadorians | de ecuadorianisch | fr équatorien | es ecuatoriano | nl Ecuadoraans | it ecuadoriano | pt equatoriano
EG | | en Egyptian Egyptians | de ägyptisch Ägypter | fr égyptien | es egipcio | nl Egyptisch | it egiziano | pt egípcio | ro egiptean
ER | | en Eritrean Eritreans | de eritreisch Eritreer Eritreerin | fr érythréen | es eritreo | nl Eritrees Eritrese | it eritreo | pt eritreu
ES | | en Spanish Spaniards | de spanisch Spanier | fr espagnol | es español | nl Spaans Spaanse | it spagnolo | pt espanhol | ro spaniol | sr španski
ET | | en Ethiopian Ethiopians | de äthiopisch | fr éthiopien | es etíope | nl Ethiopisch
FI | | en Finnish Finns | de finnisch | fr finlandais | es finlandés | nl Fins Finse | sv finsk finländsk
FR | | en French | de französisch Franzose | fr français | es francés francesa | nl Frans Franse | it francese | pt francês | ro francez | sr francuski
GB | UK, U.K., Great Britain, Großbritannien, Grande-Bretagne, Gran Bretaña, Groot-Brittannië, Gran Bretagna, Grã-Bretanha, Marea Britanie, Velika Britanija, England, Scotland, Wales, Northern Ireland, Nordirland, Irlande du Nord, Irlanda del Norte, Noord-Ierland, Schottland, Écosse, Escocia, Schotland | en British Scottish Welsh | de britisch Brite | fr britannique | es británico | nl Brits Britse | it britannico | pt britânico | ro britanic | sr britanski
GE | | de georgisch | fr géorgien | es georgiano | nl Georgisch
GH | | en Ghanaian Ghanaians | de ghanaisch | fr ghanéen | es ghanés
GM | | en Gambian Gambians | de gambisch | fr gambien | es gambiano | nl Gambiaans | it gambiano | pt gambiano
GN | | en Guinean Guineans | de guineisch | fr guinéen | es guineano | nl Guinees | it guineano
GR | Hellenic Republic | en Greek Greeks | de griechisch Grieche Griechin | fr grec grecque | es griego | nl Grieks Griekse | it greco | pt grego | ro grec | sr grčki
GT | | en Guatemalan Guatemalans | de guatemaltekisch | fr guatémaltèque | es guatemalteco | it guatemalteco
HN | | en Honduran Hondurans | de honduranisch | fr hondurien | es hondureño | it honduregno
HR | | en Croatian Croatians Croats | de kroatisch Kroate | fr croate | es croata | nl Kroatisch | it croato | pt croata | ro croat | sr hrvatski
HT | | en Haitian Haitians | de haitianisch | fr haïtien | es haitiano | nl Haïtiaans | it haitiano | pt haitiano
HU | | en Hungarian Hungarians | de ungarisch Ungar | fr hongrois | es húngaro | nl Hongaars | it ungherese | pt húngaro | ro maghiar ungar | sr mađarski
ID | | en Indonesian Indonesians | de indonesisch Indonesier | fr indonésien | es indonesio | nl Indonesisch | it indonesiano | pt indonésio
IE | | en Irish | de irisch Ire | fr irlandais | es irlandés irlandesa | nl Iers Ierse | it irlandese | sr irski
IL | | en Israeli Israelis | de israelisch | fr israélien | es israelí | nl Israëlisch | sr izraelski
IN | | en Indian Indians | de indisch Inder | fr indien | es indio | nl Indiaas | it indiano | pt indiano
IQ | Irak | en Iraqi Iraqis | de irakisch Iraker | fr irakien | es iraquí | nl Iraaks | sr irački
IR | | en Iranian Iranians | de iranisch Iraner | fr iranien | es iraní | nl Iraans | it iraniano | pt iraniano | ro iranian
IT | | en Italian Italians | de italienisch Italiener | fr italien | es italiano | nl Italiaans | it italiano | pt italiano | ro italian | sr italijanski
KE | | en Kenyan Kenyans | de kenianisch | fr kényan | es keniano | nl Keniaans | it keniano | pt queniano
KH | | en Cambodian Cambodians | de kambodschanisch | fr cambodgien | es camboyano | nl Cambodjaans | it cambogiano | pt cambojano
KZ | | en Kazakh Kazakhs | de kasachisch | fr kazakh | es kazajo | nl Kazachs Kazachse | it kazako
LB | | en Lebanese | de libanesisch Libanese | fr libanais | es libanés libanesa | nl Libanees
LK | | en Lankan Lankans | de srilankisch | fr srilankais | es srilanqués
LR | | en Liberian Liberians | de liberianisch | fr libérien | es liberiano | nl Liberiaans | it liberiano
LT | | en Lithuanian Lithuanians | de litauisch | fr lituanien | es lituano | nl Litouws
LV | | en Latvian Latvians | de lettisch | fr letton | es letón | nl Lets Letse
LY | | en Libyan Libyans | de libysch | fr libyen | es libio | nl Libisch | it libico
MA | | en Moroccan Moroccans | de marokkanisch Marokkaner | fr marocain | es marroquí | nl Marokkaans | it marocchino
MD | Republic of Moldova, Republica Moldova, Republik Moldau, Moldawien, Moldavie, Moldavia, Moldavië, Moldavija, République de Moldavie, République de Moldova | en Moldovan Moldovans | de moldauisch moldawisch Moldauer | fr moldave | es moldavo | nl Moldavisch | it moldavo | pt moldavo | ro moldovenesc moldovean | sr moldavski
ME | | en Montenegrin Montenegrins | de montenegrinisch | fr monténégrin | es montenegrino | nl Montenegrijns | sr crnogorski
MK | Macedonia, FYROM, Republic of Macedonia, Mazedonien, Macédoine, Macedonië, Makedonija | en Macedonian Macedonians | de mazedonisch nordmazedonisch | fr macédonien | es macedonio | nl Macedonisch | it macedone | sr makedonski
ML | | en Malian Malians | de malisch | fr malien | es maliense | nl Malinees | it maliano
MM | Burma, Birma, Birmanie, Birmania | en Burmese | fr birman
MN | | en Mongolian Mongolians | de mongolisch | fr mongol | es mongol | nl Mongools Mongoolse | it mongolo
MX | | en Mexican Mexicans | de mexikanisch Mexikaner | fr mexicain | es mexicano | nl Mexicaans | it messicano
MZ | | en Mozambican Mozambicans | de mosambikanisch | fr mozambicain | es mozambiqueño | it mozambicano | pt moçambicano
NG | | en Nigerian Nigerians | de nigerianisch Nigerianer Nigerianerin | fr nigérian | es nigeriano | nl Nigeriaans | it nigeriano | pt nigeriano | ro nigerian | sr nigerijski
NI | | en Nicaraguan Nicaraguans | de nicaraguanisch | fr nicaraguayen | es nicaragüense | it nicaraguense
NL | Holland, The Netherlands, Hollande, Holanda, Olanda, Pays-Bas, Holandija | en Dutch | de niederländisch Niederländer | fr néerlandais | es neerlandés holandés | nl Nederlands Nederlandse | it olandese | pt holandês neerlandês | ro olandez | sr holandski
NO | | en Norwegian Norwegians | de norwegisch Norweger | fr norvégien | es noruego | nl Noors Noorse | sr norveški
NP | | en Nepali Nepalese Nepalis | de nepalesisch | fr népalais | es nepalí | nl Nepalees
PE | | en Peruvian Peruvians | de peruanisch | fr péruvien | es peruano
PH | | en Filipino Filipinos Philippine | de philippinisch | fr philippin | es filipino | nl Filipijns | it filippino
PK | | en Pakistani Pakistanis | de pakistanisch | fr pakistanais | es paquistaní | nl Pakistaans
PL | | en Polish Poles | de polnisch Pole | fr polonais | es polaco | nl Pools Poolse | it polacco | pt polaco | ro polonez | sr poljski | pl polski polskiego polskiej
PS | Palestine, State of Palestine, Palästina, Palestina | en Palestinian Palestinians
PT | | en Portuguese | de portugiesisch Portugiese | fr portugais | es portugués portuguesa | nl Portugees Portugese | it portoghese | pt português portuguesa | ro portughez | sr portugalski
PY | | en Paraguayan Paraguayans | de paraguayisch | fr paraguayen | es paraguayo | nl Paraguayaans | it paraguaiano | pt paraguaio
RO | | en Romanian Romanians | de rumänisch Rumäne Rumänin | fr roumain | es rumano | nl Roemeens Roemeense | it rumeno romeno | pt romeno | ro român româncă românce românesc | sr rumunski
RS | Republic of Serbia, Republika Srbija, Република Србија, Republik Serbien | en Serbian Serbians Serbs | de serbisch Serbe Serbin | fr serbe | es serbio | nl Servisch Serviër | it serbo | pt sérvio | ro sârb sârbesc | sr srpski
RU | Russian Federation, Russische Föderation, Fédération de Russie, Federación de Rusia, Russische Federatie, Ruska Federacija | en Russian Russians | de russisch Russe | fr russe | es ruso | nl Russisch | it russo | pt russo | ro rusesc | sr ruski
RW | | en Rwandan Rwandans | de ruandisch | fr rwandais | es ruandés ruandesa | nl Rwandees | it ruandese
SD | | en Sudanese | de sudanesisch | fr soudanais | es sudanés sudanesa | nl Soedanees Soedanese | it sudanese | pt sudanês
SE | | en Swedish Swedes | de schwedisch Schwede | fr suédois | es sueco | nl Zweeds Zweedse | it svedese | sv svensk | sr švedski
SI | | en Slovenian Slovene Slovenes | de slowenisch | fr slovène | es esloveno | nl Sloveens | it sloveno | sr slovenački
SK | Slovak Republic | en Slovak Slovaks Slovakian | de slowakisch | fr slovaque | es eslovaco | nl Slowaaks | it slovacco | sr slovački
SN | | en Senegalese | de senegalesisch | fr sénégalais | es senegalés senegalesa | nl Senegalees Senegalese | it senegalese | pt senegalês
SO | | en Somali Somalis | de somalisch Somalier Somalierin | fr somalien | es somalí | nl Somalisch Somaliër | it somalo
SV | | en Salvadoran Salvadorans Salvadorean | de salvadorianisch | fr salvadorien | es salvadoreño | it salvadoregno
SY | Syrian Arab Republic | en Syrian Syrians | de syrisch Syrer Syrerin | fr syrien | es sirio | nl Syrisch Syriër | it siriano | pt sírio | ro sirian | sr sirijski
SZ | Swaziland |
TG | | en Togolese | de togoisch togolesisch | fr togolais | es togolés | nl Togolees | it togolese
TH | | en Thai Thais | de thailändisch | fr thaïlandais | es tailandés tailandesa | nl Thais Thaise | it thailandese
TN | | en Tunisian Tunisians | de tunesisch Tunesier | fr tunisien | es tunecino | nl Tunesisch | it tunisino | pt tunisino
TR | Turkey | en Turkish Turks | de türkisch Türke | fr turc turque | es turco | nl Turks Turkse | it turco | pt turco | ro turc | sr turski
TZ | | en Tanzanian Tanzanians | de tansanisch | fr tanzanien | es tanzano | it tanzaniano
UA | the Ukraine | en Ukrainian Ukrainians | de ukrainisch Ukrainer Ukrainerin | fr ukrainien | es ucraniano | nl Oekraïens Oekraïense | it ucraino | pt ucraniano | ro ucrainean | sr ukrajinski | uk український української | pl ukraiński
UG | | en Ugandan Ugandans | de ugandisch | fr ougandais | es ugandés ugandesa | nl Oegandees Oegandese | it ugandese | pt ugandês
US | USA, U.S.A., U.S., US, United States of America, Vereinigte Staaten von Amerika, États-Unis d’Amérique, Estados Unidos de América, Verenigde Staten van Amerika, Sjedinjene Američke Države, EE.UU., EUA | de US-amerikanisch | fr étatsunien | es estadounidense | it statunitense | pt norte-americano | sr američki
UY | | en Uruguayan Uruguayans | de uruguayisch | fr uruguayen | es uruguayo | it uruguaiano | pt uruguaio
UZ | | en Uzbek Uzbeks | de usbekisch | fr ouzbek | es uzbeko | nl Oezbeeks Oezbeekse | it uzbeko
VE | | en Venezuelan Venezuelans | de venezolanisch | fr vénézuélien | es venezolano | nl Venezolaans | pt venezuelano
VN | Viet Nam | en Vietnamese | de vietnamesisch Vietnamese | fr vietnamien | es vietnamita | nl Vietnamees Vietnamese | it vietnamita | sr vijetnamski
XK | | en Kosovar Kosovars | de kosovarisch | fr kosovar
YE | | en Yemeni Yemenis | de jemenitisch | fr yéménite | es yemení | it yemenita
ZW | | en Zimbabwean Zimbabweans | de simbabwisch | fr zimbabwéen | es zimbabuense
`;

/** What endings alone do not tell: `moldovene` beside `moldovean`. */
const feminine = (text: string, language: string): string[] =>
  language === 'ro' && /[ei]an$/.test(text) ? [text.replace(/ean$/, 'ene').replace(/ian$/, 'iene')] : [];

/** Other names, and adjectives and names of inhabitants by language, by ISO 3166-1 alpha-2 code. */
export const countryWords: ReadonlyMap<string, { names: string[]; words: { text: string; language: string }[] }> =
  new Map(
    table
      .trim()
      .split('\n')
      .map((row) => {
        const [code = '', names = '', ...byLanguage] = row.split('|').map((cell) => cell.trim());
        const words = byLanguage.flatMap((cell) => {
          const [language = '', ...texts] = cell.split(' ').filter(Boolean);
          return texts.flatMap((text) => [text, ...feminine(text, language)]).map((text) => ({ text, language }));
        });
        return [code, { names: names ? names.split(', ') : [], words }];
      }),
  );
