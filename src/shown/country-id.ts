/** The id of a country that is given by its id or by its ISO 3166-1 code alone, such as `RS`; any other text as it is. */
export const countryIdOf = (given: string): string =>
  /^[a-z]{2}$/i.test(given) ? `country/${given.toUpperCase()}` : given;
