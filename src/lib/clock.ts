/** A moment in Asia/Shanghai, `YYYY-MM-DD HH:MM`, whatever the zone of the machine. */
export function shanghai(date: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

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
