/** A file or an order that cannot be followed. The text is for the clerk: what is the matter, and what to do. */
export class Refusal extends Error {}
