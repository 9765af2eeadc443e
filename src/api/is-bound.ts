/** Statuses by which a country is bound, as sources write them; what was denounced or never took place is not. */
const binding = /^(state )?party$|ratifi|accession|accept|approv|succession|in force|party later/i;
const notBinding = /denounced|not ratified(?!.*party later)|ratification law/i;

/** True where a status says that a country is bound by a legal instrument: a signature alone does not bind. */
export const isBound = (status: string | undefined): boolean =>
  status !== undefined && binding.test(status) && !notBinding.test(status);
