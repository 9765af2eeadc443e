import type { Links, Span } from './links.ts';
import type { Mention } from './mentions.ts';
import { unlisted, type Read } from './unlisted.ts';
import { unlistedProvisions } from './unlisted-provisions.ts';

const before = '(?<![\\p{L}\\d])';
const year = '(?:19|20)\\d\\d';
const date = `\\d{1,2}(?:er|°|\\.)?\\s(?:de\\s)?\\p{Ll}+\\s(?:de\\s)?${year}`;

/** Laws by number and year, or by what only a law is called, as each language writes them; each with a part that is looked for first. */
const written = (
  [
    // Acts of the Union in every language: `Directive 2008/115/EC`, `Verordnung (EU) 2016/679`, `COM(2018) 777 final`.
    [
      /\/\d{2,4}/,
      `(?:(?:Council |Framework )?(?:Directives?|Regulation|Decision|Richtlinie|Verordnung|Rahmenbeschluss|Directiva|Direttiva|Diretiva|[Rr]ichtlijn|[Vv]erordening|Règlement|Reglamento|Regolamento|Regulamento|Regulamentul|Direktiv[aeu]|Uredb[aeu]|[Dd]yrektyw[aąęy]|[Rr]ozporządzeni[ea])\\s)(?:\\((?:EU|EC|UE|CE|EG|EEC|EWG)\\)\\s)?(?:(?:No|Nr|n[°º.])\\.?\\s)?\\d{2,4}\\/\\d{2,4}(?:\\/(?:EU|EC|UE|CE|EG|EEC|EWG|WE|JHA|JI|JAI|GAI))?`,
    ],
    [/(?:COM|SWD|SEC|JOIN)\s?\(/, `(?:COM|SWD|SEC|JOIN)\\s?\\(${year}\\)\\s?\\d{1,4}(?:\\sfinal)?`],
    [/\/RES\//, `[AS]\\/RES\\/(?:\\d+\\/\\d+|\\d+\\s?\\(${year}\\))`],
    // `Immigration Act 2016`, `Human Trafficking and Exploitation (Scotland) Act 2015`, `Law No. 64/2009`
    [
      /Act\s(?:of\s)?(?:19|20)\d\d/,
      `(?:\\p{Lu}[\\p{L}’'-]{1,40}\\s(?:(?:and|of|the|in|for|to|against)\\s){0,2}){1,8}(?:\\(\\p{Lu}[\\p{L} ]{2,30}\\)\\s)?Act\\s(?:of\\s)?${year}`,
    ],
    [/Law\s(?:No|no|Nr)/, `Law\\s(?:No|no|Nr)\\.?\\s?\\d+(?:\\/${year}|\\sof\\s${year})`],
    [
      /Legea|Ordon|O\.?U\.?G|H\.?G|Hotărâre|Ordinul/,
      `(?:Legea|Ordonanț[aă] de urgență(?: a Guvernului)?|O\\.?U\\.?G\\.?|H\\.?G\\.?|Hotărâre[a]?(?: de Guvern| Guvernului)?|Ordinul)\\s(?:nr\\.?\\s?)?\\d[\\d.]*(?:\\/${year}|\\sdin\\s(?:${date}|\\d{1,2}\\.\\d{1,2}\\.${year}))`,
    ],
    [
      /L\.|[Ll]egge|[Ll]gs|[Dd]ecreto|R\.?\s/,
      `(?:L\\.|[Ll]egge|[Dd]\\.?\\s?[Ll]gs\\.?|[Dd]\\.?[Ll]\\.|[Dd]ecreto[ -](?:legislativo|legge)|[Dd]\\.?P\\.?R\\.?)\\s(?:n\\.\\s?)?(?:\\d+\\/(?:19|20)?\\d\\d|(?:del\\s)?${date},?\\s?n\\.\\s?\\d+)`,
    ],
    [
      /Ley|Real Decreto/,
      `(?:Ley(?: Orgánica)?|Real Decreto(?:-ley| Legislativo)?)\\s(?:(?:No|Nro|N)[°º.]*\\s?)?(?:\\d+\\/${year}(?:, de \\d{1,2} de \\p{Ll}+)?|\\d{2}\\.\\d{3}|(?<=N[°ºro.]*\\s?)\\d{2,5})`,
    ],
    [
      /Ley/,
      `Ley(?: Orgánica)? (?:de|del|sobre|contra)(?: la| el| los| las)? \\p{Lu}\\p{Ll}+(?: (?:y |de |del |contra |sobre )?(?:la |el |los |las )?(?!Ley)\\p{Lu}\\p{Ll}+){0,6}`,
    ],
    [
      /Lei|Decreto-Lei|Portaria|Resolução/,
      `(?:Lei|Decreto-Lei|Portaria|Resolução do Conselho de Ministros)\\s(?:n\\.?\\s?[º°o]\\.?\\s?)?\\d+(?:-[A-Z])?\\/(?:19|20)?\\d\\d(?!\\d)`,
    ],
    [/\sn[°º]/, `(?:[Ll]oi|[Dd]écret|[Oo]rdonnance|[Cc]irculaire)\\sn[°º]\\s?\\d{2,4}-\\d+(?:\\sdu\\s${date})?`],
    [/(?:oi|écret|irculaire)\sdu\s/, `(?:[Ll]oi|[Dd]écret|[Cc]irculaire)\\sdu\\s${date}`],
    [/§\s\d/, `(?<=§§?\\s\\d{1,4}\\w?(?:\\s(?:Abs|Absatz|Satz|S)\\.?\\s\\d+){0,2}\\s)\\p{Lu}\\p{L}{4,}gesetz`],
    [/s\s\p{Lu}\p{L}+gesetz/u, `(?<=[Dd]as\\s|[Dd]es\\s)\\p{Lu}\\p{L}{6,}gesetz(?:es)?`],
    [/[Cc]ode\sd.{10,100}\(\p{Lu}/u, `[Cc]ode\\sd(?:e|u|es)\\s[^()\\n.;]{10,90}(?=\\s\\(\\p{Lu}\\p{L}{2,9}\\))`],
    [/gesetz(?:es)?\s\(/, `\\p{Lu}\\p{L}{4,}gesetz(?:es)?(?=\\s\\(\\p{Lu}\\p{L}{1,10}G(?:esetz)?[,)])`],
    [/[Ww]et van \d/, `[Ww]et van ${date}`],
    [/Wet\s/, `Wet(?:\\s\\p{Lu}\\p{Ll}{3,}){1,4}`],
    [
      /Zakon/,
      `Zakon(?:a|u|om|ik|ika|iku)?\\so\\s(?:\\p{Ll}+(?:oj|om|im)\\s)*\\p{Ll}{4,}(?:\\s\\p{Ll}{2,}(?:ije|nja))?`,
    ],
    [/Закон/, `Закон(?:а|у|ом|ик|ика|ику)?\\sо\\s(?:\\p{Ll}+(?:ој|ом|им)\\s)*\\p{Ll}{4,}(?:\\s\\p{Ll}{2,}(?:ије|ња))?`],
    [/Закон/, `Закон(?:а|ът)?\\sза\\s\\p{Ll}{4,}(?:\\s(?:с|на|от|и|в|при|\\p{Ll}{4,})){0,4}\\s\\p{Ll}{4,}`],
    [/\szakon/, `\\p{Lu}\\p{Ll}{3,}(?:ni|nog|nom|ski|skog|skom|čki|čkog)\\szakon(?:ik)?(?:a|u|om)?(?!\\p{L})`],
    [/\sзакон/, `\\p{Lu}\\p{Ll}{3,}(?:ни|ног|ном|ски|ског|ском|чки|чког)\\sзакон(?:ик)?(?:а|у|ом)?(?!\\p{L})`],
    [/\sz\sdnia\s/, `[Uu]staw[aąęy]\\sz\\sdnia\\s${date}(?:\\sr\\.\\so\\s\\p{Ll}{5,})?`],
  ] as [sign: RegExp, law: string][]
).map(([sign, law]) => ({ sign, law: new RegExp(`${before}(?:${law})(?![\\p{L}\\d])`, 'gu') }));

/** Codes have provisions; alone they say nothing. */
const tooGeneral =
  /^(Kriviči?n\p{L}+|Kazneno?\p{L}|Кривичн\p{L}+|Novi|Нови|Radn\p{L}+ zakon|Strafgesetz|Bundesgesetz|Reformgesetz|Wet Van)( |$)/u;

/** Laws that a text names and the catalogue does not have: `Legea 272/2004`, `Ley de Asilo`, `§ 233 StGB`, `Породични закон`, `COM(2018) 777`. */
export const unlistedLaws = (
  page: Read,
  mentions: readonly (Mention & Pick<Span, 'in'>)[],
): Links['unlisted']['instruments'] =>
  unlisted(page, mentions, /^instrument\//, function* (text) {
    const ends = [...unlistedProvisions(text)];
    for (const { law } of written.filter(({ sign }) => sign.test(text)))
      for (const { 0: name, index } of text.matchAll(law)) {
        const [start, end] = [index, index + name.length];
        if (tooGeneral.test(name) || ends.some((other) => start < other.end && other.start < end)) continue;
        ends.push({ start, end });
      }
    yield* ends.sort((one, other) => one.start - other.start);
  });
