import type { Outcome } from '../projection/explain.ts';

const sentences: Record<string, Record<Outcome, string>> = {
  en: {
    LISTED: 'It is in the list.',
    SAME_WORK: 'It is the same work.',
    NOTHING_SHARED: 'The two have nothing in common.',
    BELOW_FLOOR: 'The two have too little in common.',
    ONLY_HUBS: 'The two share only what very many publications share.',
    BEYOND_THE_LIST: 'Others are nearer, and the list ends after 100.',
  },
  de: {
    LISTED: 'Es steht in der Liste.',
    SAME_WORK: 'Es ist dasselbe Werk.',
    NOTHING_SHARED: 'Die beiden haben nichts gemeinsam.',
    BELOW_FLOOR: 'Die beiden haben zu wenig gemeinsam.',
    ONLY_HUBS: 'Die beiden teilen nur, was sehr viele Veröffentlichungen teilen.',
    BEYOND_THE_LIST: 'Andere stehen näher, und die Liste endet nach 100.',
  },
  fr: {
    LISTED: 'Il figure dans la liste.',
    SAME_WORK: 'C’est le même ouvrage.',
    NOTHING_SHARED: 'Les deux n’ont rien en commun.',
    BELOW_FLOOR: 'Les deux ont trop peu en commun.',
    ONLY_HUBS: 'Les deux ne partagent que ce que partagent de très nombreuses publications.',
    BEYOND_THE_LIST: 'D’autres sont plus proches, et la liste s’arrête à 100.',
  },
  es: {
    LISTED: 'Está en la lista.',
    SAME_WORK: 'Es la misma obra.',
    NOTHING_SHARED: 'Las dos no tienen nada en común.',
    BELOW_FLOOR: 'Las dos tienen demasiado poco en común.',
    ONLY_HUBS: 'Las dos solo comparten lo que comparten muchísimas publicaciones.',
    BEYOND_THE_LIST: 'Otras están más cerca y la lista termina en 100.',
  },
  nl: {
    LISTED: 'Het staat in de lijst.',
    SAME_WORK: 'Het is hetzelfde werk.',
    NOTHING_SHARED: 'De twee hebben niets gemeen.',
    BELOW_FLOOR: 'De twee hebben te weinig gemeen.',
    ONLY_HUBS: 'De twee delen alleen wat heel veel publicaties delen.',
    BEYOND_THE_LIST: 'Andere staan dichterbij en de lijst eindigt na 100.',
  },
  ro: {
    LISTED: 'Este în listă.',
    SAME_WORK: 'Este aceeași lucrare.',
    NOTHING_SHARED: 'Cele două nu au nimic în comun.',
    BELOW_FLOOR: 'Cele două au prea puțin în comun.',
    ONLY_HUBS: 'Cele două au în comun doar ce au foarte multe publicații.',
    BEYOND_THE_LIST: 'Altele sunt mai apropiate, iar lista se oprește la 100.',
  },
  sr: {
    LISTED: 'Nalazi se na listi.',
    SAME_WORK: 'To je isto delo.',
    NOTHING_SHARED: 'Njih dve nemaju ništa zajedničko.',
    BELOW_FLOOR: 'Imaju premalo zajedničkog.',
    ONLY_HUBS: 'Zajedničko im je samo ono što dele veoma mnoge publikacije.',
    BEYOND_THE_LIST: 'Druge su bliže, a lista se završava posle 100.',
  },
};

/** An outcome in one sentence; in English where the language is not among the seven. */
export function outcomeText(outcome: Outcome, language = 'en'): string {
  const base = language.split('-')[0]!;
  return sentences[Object.hasOwn(sentences, base) ? base : 'en']![outcome];
}
