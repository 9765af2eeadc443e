/** The package has no types of its own: each list is an array of words, named by ISO 639-3 code. */
declare module 'stopword' {
  type Words = readonly string[];
  export const bul: Words, ben: Words, hrv: Words, ces: Words, dan: Words, deu: Words, ell: Words, eng: Words;
  export const spa: Words, est: Words, fin: Words, fra: Words, hun: Words, ita: Words, lit: Words, nob: Words;
  export const nld: Words, pol: Words, por: Words, ron: Words, rus: Words, slk: Words, slv: Words, swe: Words;
  export const tur: Words, ukr: Words;
}
