/** The words that generated titles and summaries are made of; the first are the most frequent. */
export const words = [
  ...'trafficking exploitation labour forced persons victims children women migrants slavery servitude debt'.split(' '),
  ...'bondage recruitment fees employers workers domestic fishing agriculture construction supply chains'.split(' '),
  ...'identification referral mechanism residence asylum protection assistance compensation prosecution'.split(' '),
  ...'prevention data prevalence survey monitoring evaluation training guidance courts police border'.split(' '),
  ...'climate conflict technology platforms health shelter return reintegration consent coercion'.split(' '),
  ...'vulnerability gender minors guardians consular inspection remedies rights standards convention'.split(' '),
  ...'directive policy practice'.split(' '),
];

/** ISO 3166-1 alpha-2 codes of 195 countries; the first are the most frequent. */
export const countryCodes = [
  ...'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA'.split(' '),
  ...'CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE'.split(' '),
  ...'DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB'.split(' '),
  ...'LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG'.split(' '),
  ...'MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO'.split(' '),
  ...'ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VA VE VN YE'.split(' '),
  ...'ZM ZW PS XK'.split(' '),
].slice(0, 195);

/** Languages of publications, the most frequent first. */
export const languages = ['en', 'fr', 'es', 'de', 'sr-Latn', 'nl', 'ro', 'pt'];

/** Types of publications, all equally frequent. */
export const publicationTypes = [
  'report',
  'guide',
  'policy brief',
  'article',
  'training',
  'toolkit',
  'dataset',
  'country report',
];

/** What instruments are called, in turn. */
export const instrumentForms = ['Convention', 'Protocol', 'Directive', 'Recommendation', 'Act'];

/** What organisations are called, in turn. */
export const organisationForms = ['Institute', 'Coalition', 'Agency', 'Office', 'Foundation', 'Network'];
