const HOUR = 3_600_000;

/** A moment in Asia/Shanghai, which has no summer time, `YYYY-MM-DD HH:MM`, whatever the zone of the machine. */
export const shanghai = (date: Date): string => new Date(date.getTime() + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/**
 * The moment of this build or check, `YYYY-MM-DD HH:MM`: `SITE_DATE` (a day, then its end, or a moment) where it is set, else the
 * clock. It decides what is published; what is *called* new or due is decided when a page is read.
 */
export function now(siteDate: string | undefined = process.env.SITE_DATE): string {
  if (siteDate === undefined || siteDate === '') return shanghai(new Date());
  return siteDate.length === 10 ? `${siteDate} 23:59` : siteDate;
}

/** The day of {@link now}. */
export const today = (siteDate?: string): string => now(siteDate).slice(0, 10);
