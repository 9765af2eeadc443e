/** Small words that every text of a language has, and how it names our field, by BCP 47 tag; `sr` stands for Serbian, Croatian, Bosnian and Montenegrin. */
const written: Record<string, string> = {
  en: 'the of and to in for on with by from is are was were be this that which their they it its as at an or not have has how what who new against about trafficking victims human',
  de: 'der die das und in den von zu mit für auf im ist sind nicht ein eine einer einem einen des dem als auch bei nach wie zum zur über gegen durch oder aus vom werden wird sich es an bis unter zwischen menschenhandel opfer betroffene betroffenen',
  fr: 'le la les de des et en du un une pour dans que qui sur par avec au aux est sont ce cette ces leur leurs pas ou ne se il elle contre entre sans plus dont victimes être traite êtres humains',
  es: 'el la los las de del y en que un una por para con no se su sus es son como más al lo o sobre contra entre este esta ha han desde sin también fue trata víctimas personas',
  nl: 'de het een van en in op te voor met zijn is aan door bij tot om dat die naar uit ook als wordt worden niet over tegen tussen hun deze er onder nieuwe mensenhandel slachtoffers',
  ro: 'și şi de în la a al ai ale cu pe din pentru care este sunt o un nu prin sau mai ce că să se lui unei unui împotriva privind după între această acest cele dreptul ca fi victimelor victime traficului trafic persoane ființe',
  it: 'il lo la i gli le di del della dei delle degli e in un una per con che non si da dal dalla nel nella nelle al alla sul sulla è sono come più anche o tra contro ai alle tratta vittime persone',
  pt: 'o a os as de do da dos das e em no na nos nas um uma que para com por não se ao à é são como mais sua seus sobre contra entre pela pelo ou foi também vítimas tráfico pessoas',
  sr: 'i u na se da je za od su o iz s sa po koji koja koje ili kao što sto nije ne ka ali do kako bez protiv između izmedju prema te biti bi žrtve žrtava zrtve zrtava trgovine ljudima trgovina',
  'sr-Cyrl': 'и у на се да је за од су о из с са по који која које или као што није не ка али до како без против између према те бити би жртава трговине људима',
  sv: 'och i att det som en på är av för med till den inte om ett de har från vid eller hos mot under mellan kan ska när vi också utan människohandel',
  nb: 'og i å det som en på er av for med til den ikke om et de har fra ved eller hos mot under mellom kan skal når vi også uten ble hva hvordan menneskehandel',
  da: 'og i at det som en på er af for med til den ikke om et de har fra ved eller hos mod under mellem kan skal når vi også uden blev hvad hvordan menneskehandel',
  fi: 'ja on ei että se joka oli hän mutta tai kuin myös ovat sekä voi kun ole jos mukaan jotka sen ovat ihmiskaupan',
  pl: 'i w z na do się nie że o jest dla od oraz przez jak po za który która które przed przy lub są ich co ale dotyczące tym handlu handel ludźmi ofiar',
  cs: 'a v na se je že s z do o pro k ve jako za po které který která nebo jsou jeho při od proti mezi ale i',
  hu: 'a az és hogy nem is egy ez de van volt meg mint ha csak vagy között szemben számára ellen által elleni áldozatainak emberkereskedelem',
  sq: 'e të dhe në i me për nga që një së si është janë ose ka u do kjo ky duke por kundër edhe te trafikimit viktimave njerëzore',
  tr: 've bir bu için ile olarak de da daha olan gibi en çok ya veya kadar sonra karşı ne ise',
  bg: 'и на в за от се с да са е че по не като до или при след към които който която това бъде срещу трафик хора жертвите',
  mk: 'и на во за од се со да е дека по не како до или при кои кој која што ќе против меѓу сите жртвите трговија луѓе',
  ru: 'и в на не с что по для как от это из за к о до или его их они также быть был при а против',
  uk: 'і в на не з що за до та як від у це про для або його їх при також є та щодо проти',
}; // prettier-ignore

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(written))
  for (const word of new Set(words.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/**
 * How much the small words of a text speak for each language, the most first: a word of one language counts one, a word
 * of several its part. `sr-Cyrl` is Serbian in Cyrillic.
 */
export function functionWords(text: string): [language: string, weight: number][] {
  const weights = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = languagesOf.get(word);
    for (const language of languages ?? []) weights.set(language, (weights.get(language) ?? 0) + 1 / languages!.length);
  }
  return [...weights].sort(([, one], [, other]) => other - one);
}
