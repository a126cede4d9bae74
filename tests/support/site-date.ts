/** The day of the tests: a year from now they must see the same one, for the sample content is written up to it. */
export const SITE_DATE = '2026-11-25';
