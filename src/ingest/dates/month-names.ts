import { foldText } from '../../fold.ts';

/**
 * The months by language, January first, the forms of one apart by `/`: as they are named, inflected and, behind the bar,
 * shortened. Serbian Cyrillic is folded into these letters before it is looked up.
 */
const written: Record<string, string> = {
  en: 'january february march april may june july august september october november december | jan feb mar apr may jun jul aug sep/sept oct nov dec',
  de: 'januar/jänner februar/feber märz april mai juni juli august september oktober november dezember | jan/jän feb mär/mrz apr mai jun jul aug sep/sept okt nov dez',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre | janv/jan févr/fév/fevr mars avr mai juin juil août sept/sep oct nov déc',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre | ene feb mar abr may jun jul ago sep/sept/set oct nov dic',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december | jan feb mrt apr mei jun jul aug sep/sept okt nov dec',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie | ian feb mar apr mai iun iul aug sep/sept oct noi/nov dec',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre | gen feb mar apr mag giu lug ago set/sett ott nov dic',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro | jan fev mar abr mai jun jul ago set out nov dez',
  sr: 'januar/januara/januaru februar/februara/februaru mart/marta/martu april/aprila/aprilu maj/maja/maju jun/juna/junu/juni jul/jula/julu/juli avgust/avgusta/avgustu septembar/septembra/septembru oktobar/oktobra/oktobru novembar/novembra/novembru decembar/decembra/decembru | jan feb mar apr maj jun jul avg sep/sept okt nov dec',
  bs: 'januar/januara/januaru februar/februara/februaru mart/marta/martu april/aprila/aprilu maj/maja/maju juni/juna/junu/jun juli/jula/julu/jul august/augusta/augustu septembar/septembra/septembru oktobar/oktobra/oktobru novembar/novembra/novembru decembar/decembra/decembru | jan feb mar apr maj jun jul aug sep okt nov dec',
  hr: 'siječanj/siječnja/siječnju veljača/veljače/veljači ožujak/ožujka/ožujku travanj/travnja/travnju svibanj/svibnja/svibnju lipanj/lipnja/lipnju srpanj/srpnja/srpnju kolovoz/kolovoza/kolovozu rujan/rujna/rujnu listopad/listopada/listopadu studeni/studenoga/studenog/studenom prosinac/prosinca/prosincu | sij velj ožu tra svi lip srp kol ruj lis stu pro',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december | jan feb mar apr maj jun jul aug sep/sept okt nov dec',
  nb: 'januar februar mars april mai juni juli august september oktober november desember | jan feb mar apr mai jun jul aug sep okt nov des',
  da: 'januar februar marts april maj juni juli august september oktober november december | jan feb mar apr maj jun jul aug sep okt nov dec',
  pl: 'styczeń/stycznia/styczniu luty/lutego/lutym marzec/marca/marcu kwiecień/kwietnia/kwietniu maj/maja/maju czerwiec/czerwca/czerwcu lipiec/lipca/lipcu sierpień/sierpnia/sierpniu wrzesień/września/wrześniu październik/października/październiku listopad/listopada/listopadzie grudzień/grudnia/grudniu | sty lut mar kwi maj cze lip sie wrz paź lis gru',
  sq: 'janar/janari/janarit shkurt/shkurti/shkurtit mars/marsi/marsit prill/prilli/prillit maj/maji/majit qershor/qershori/qershorit korrik/korriku/korrikut gusht/gushti/gushtit shtator/shtatori/shtatorit tetor/tetori/tetorit nëntor/nëntori/nëntorit dhjetor/dhjetori/dhjetorit | jan shk mar pri maj qer kor gus sht tet nën dhj',
  hu: 'január/januári február/februári március/márciusi április/áprilisi május/májusi június/júniusi július/júliusi augusztus/augusztusi szeptember/szeptemberi október/októberi november/novemberi december/decemberi | jan febr/feb márc ápr máj jún júl aug szept/szep okt nov dec',
  cs: 'leden/ledna/lednu únor/února/únoru březen/března/březnu duben/dubna/dubnu květen/května/květnu červen/června/červnu červenec/července/červenci srpen/srpna/srpnu září říjen/října/říjnu listopad/listopadu prosinec/prosince/prosinci | led úno bře dub kvě čvn čvc srp zář říj lis pro',
  sk: 'január/januára/januári február/februára/februári marec/marca/marci apríl/apríla/apríli máj/mája/máji jún/júna/júni júl/júla/júli august/augusta/auguste september/septembra/septembri október/októbra/októbri november/novembra/novembri december/decembra/decembri | jan feb mar apr máj jún júl aug sep okt nov dec',
  sl: 'januar/januarja/januarju februar/februarja/februarju marec/marca/marcu april/aprila/aprilu maj/maja/maju junij/junija/juniju julij/julija/juliju avgust/avgusta/avgustu september/septembra/septembru oktober/oktobra/oktobru november/novembra/novembru december/decembra/decembru | jan feb mar apr maj jun jul avg sep okt nov dec',
  el: 'ιανουάριος/ιανουαρίου/ιανουάριο φεβρουάριος/φεβρουαρίου/φεβρουάριο μάρτιος/μαρτίου/μάρτιο απρίλιος/απριλίου/απρίλιο μάιος/μαΐου/μάιο ιούνιος/ιουνίου/ιούνιο ιούλιος/ιουλίου/ιούλιο αύγουστος/αυγούστου/αύγουστο σεπτέμβριος/σεπτεμβρίου/σεπτέμβριο οκτώβριος/οκτωβρίου/οκτώβριο νοέμβριος/νοεμβρίου/νοέμβριο δεκέμβριος/δεκεμβρίου/δεκέμβριο | ιαν φεβ μαρ απρ μαΐ/μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  fi: 'tammikuu/tammikuuta/tammikuun helmikuu/helmikuuta/helmikuun maaliskuu/maaliskuuta/maaliskuun huhtikuu/huhtikuuta/huhtikuun toukokuu/toukokuuta/toukokuun kesäkuu/kesäkuuta/kesäkuun heinäkuu/heinäkuuta/heinäkuun elokuu/elokuuta/elokuun syyskuu/syyskuuta/syyskuun lokakuu/lokakuuta/lokakuun marraskuu/marraskuuta/marraskuun joulukuu/joulukuuta/joulukuun | tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  tr: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık | oca şub mar nis may haz tem ağu eyl eki kas ara',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември | ян фев мар апр май юни юли авг сеп окт ное дек',
  mk: 'јануари февруари март април мај јуни јули август септември октомври ноември декември | јан фев мар апр мај јун јул авг сеп окт ное дек',
  ru: 'январь/января/январе февраль/февраля/феврале март/марта/марте апрель/апреля/апреле май/мая/мае июнь/июня/июне июль/июля/июле август/августа/августе сентябрь/сентября/сентябре октябрь/октября/октябре ноябрь/ноября/ноябре декабрь/декабря/декабре | янв фев мар апр май июн июл авг сен окт ноя дек',
  uk: 'січень/січня/січні лютий/лютого/лютому березень/березня/березні квітень/квітня/квітні травень/травня/травні червень/червня/червні липень/липня/липні серпень/серпня/серпні вересень/вересня/вересні жовтень/жовтня/жовтні листопад/листопада/листопаді грудень/грудня/грудні | січ лют бер кві тра чер лип сер вер жов лис гру',
};

interface Reading {
  language: string;
  month: number;
  short: boolean;
}

const readings = new Map<string, Reading[]>();
for (const [language, line] of Object.entries(written))
  line.split(' | ').forEach((names, part) =>
    names.split(' ').forEach((forms, at) => {
      for (const form of forms.split('/').map(foldText)) {
        const others = readings.get(form) ?? [];
        if (others.some((other) => other.language === language)) continue; // a whole name that is a short one too
        readings.set(form, [...others, { language, month: at + 1, short: part === 1 }]);
      }
    }),
  );

/**
 * The month that a word names, 1–12, and whether it is cut short; read in `language` where that has the word, else in the
 * languages that have it, if they agree (`listopad` is October in Croatian, November in Polish).
 */
export function monthOf(word: string, language?: string): { month: number; short: boolean } | undefined {
  if (word.length > 14) return undefined;
  const found = readings.get(foldText(word));
  const own = found?.find((reading) => reading.language === language?.slice(0, 2));
  if (own ?? !found) return own;
  const months = new Set(found.map(({ month }) => month));
  return months.size === 1 ? { month: found[0]!.month, short: found.every(({ short }) => short) } : undefined;
}

/** The forms of the months of each language, whole ones first: for tests and for whoever writes dates. */
export const monthForms = (language: string): string[][] =>
  (written[language] ?? '')
    .split(' | ')[0]!
    .split(' ')
    .map((forms) => forms.split('/'));

/** The languages whose months are known. */
export const monthLanguages = Object.keys(written);
