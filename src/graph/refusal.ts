/** A curator asked for what cannot be done; the message names the value and the remedy, and nothing has changed. */
export class Refusal extends Error {}
