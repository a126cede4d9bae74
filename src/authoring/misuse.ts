/** What the author asked for cannot be done; the text says why and what to do, in Chinese. */
export class Misuse extends Error {}
