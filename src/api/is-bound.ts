/** Words by which a source says that a country is bound. */
const binding =
  /\b(state|contracting)? ?party\b|ratifi|accession|acceded|accept|approv|succession|succeeded|in force|consent to be bound/i;
/** Words by which it says that it is not, or not any more. */
const notBinding =
  /denounced|withdr[ae]w|unratified|pending|\bnon-party|\bnot (yet )?(a party|ratified|in force)(?!.*party later)|^national ratification law/i;

/** True where a status says that a country is bound by a legal instrument: a signature alone does not bind. */
export const isBound = (status: string | undefined): boolean =>
  status !== undefined && binding.test(status) && !notBinding.test(status);
