import { z } from 'astro/zod';

/** A calendar day as written, `YYYY-MM-DD`, always Asia/Shanghai. Never a `Date`: no zone can shift it. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):([0-5]\d))?$/;

/** True for a day that exists in the calendar, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const match = DAY.exec(value);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const twoDigits = (n: string): string => n.padStart(2, '0');

/** The day that was meant, `YYYY-MM-DD`, when a human's way of writing one is recognised. */
export function guessDay(written: string): string | undefined {
  const folded = written.normalize('NFKC').trim();
  const parts = /^(\d{4})[-/.．年–—](\d{1,2})[-/.．月–—](\d{1,2})日?/.exec(folded) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (parts === null) return undefined;
  const guess = `${parts[1] ?? ''}-${twoDigits(parts[2] ?? '')}-${twoDigits(parts[3] ?? '')}`;
  return isDay(guess) ? guess : undefined;
}

/** The time of day that was meant, ` HH:MM`, or nothing. */
function guessTime(written: string): string {
  const match = /(?:[\sT日]|(上午|下午|晚上?))(\d{1,2})[:：时点](\d{1,2}|半)?/.exec(written.normalize('NFKC').trim());
  const [half = '', written12 = '', minute = '0'] = match?.slice(1) ?? [];
  const minutes = minute === '半' ? 30 : Number(minute);
  const hour = /[下晚]/.test(half) && Number(written12) < 12 ? String(Number(written12) + 12) : written12;
  return hour !== '' && Number(hour) < 24 && minutes < 60 ? ` ${twoDigits(hour)}:${twoDigits(String(minutes))}` : '';
}

/** Cause and remedy for a day written otherwise; `timed` where a time of day may follow. */
export function dayMessage(input: unknown, timed = false): string {
  if (input === undefined) return '没有填写日期，这一项必填 → 按 2026-03-05 的样子补上';
  if (input === null || input === '') return '日期是空的 → 按 2026-03-05 的样子补上';
  const written = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
  const guess = guessDay(written);
  if (isDay(written.slice(0, 10))) {
    if (!timed) return `这里只写日期，后面不要有别的 → 写成 ${written.slice(0, 10)}`;
    const moment = `${written.slice(0, 10)}${guessTime(written)}`;
    const behind = written.slice(10).trim();
    if (!/[\d时点T:：]/.test(behind))
      return `日期后面多了“${behind}” → 写成 ${written.slice(0, 10)}；要写时间就写成 ${written.slice(0, 10)} 09:30 的样子`;
    return `日期后面的时间写法不对，应是 24 小时制的“时:分” → 写成 ${moment.length > 10 ? moment : `${moment} 09:30`}`;
  }
  if (guess !== undefined)
    return `日期的写法不对，要写成“年-月-日”，月和日都是两位 → 写成 ${guess}${timed ? guessTime(written) : ''}`;
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})-\d{2}/.exec(written) ?? [];
  if (Number(month) >= 1 && Number(month) <= 12) {
    const days = daysIn(Number(year), Number(month));
    return `没有这一天：${year} 年 ${Number(month)} 月只有 ${days} 天 → 核对日期`;
  }
  if (/^\d{1,2}[-/.．月]\d{1,2}日?(?:\s.*)?$/.test(written.trim()))
    return `少了年份，看不出是哪一年 → 按 2026-03-05${timed ? ' 09:30' : ''} 的样子写`;
  return '看不出是哪一天 → 按 2026-03-05 的样子写';
}

/** A day `YYYY-MM-DD`. */
export const day = (): z.ZodString =>
  z
    .string({ error: (issue) => dayMessage(issue.input) })
    .refine(isDay, { error: (issue) => dayMessage(issue.input) })
    .meta({ format: 'date' });

/** A day with an optional time of day, `YYYY-MM-DD HH:MM`. */
export const moment = (): z.ZodString =>
  z
    .string({ error: (issue) => dayMessage(issue.input, true) })
    .refine((value) => isDay(MOMENT.exec(value)?.[1] ?? ''), { error: (issue) => dayMessage(issue.input, true) })
    .meta({ format: 'moment' });

/** A month `YYYY-MM`. */
export const month = (): z.ZodString =>
  z
    .string()
    .refine((value) => /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`), { error: '月份的写法不对 → 写成 2026-03 的样子' })
    .meta({ format: 'month' });

/** A calendar year. */
export const year = (): z.ZodNumber => z.int().min(1949).max(2100);
