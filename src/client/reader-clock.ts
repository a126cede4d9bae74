const DAY = 86_400_000;
/** China has no summer time: a day begins at UTC−8 hours. */
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
const today = (): number => Math.floor((Date.now() + 8 * 3_600_000) / DAY);

/** Days after which the home page says that it was not renewed: the two weeks of the inspection rubric, and a grace of six days. */
const STALE_AFTER = 20;

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

function reveal(element: HTMLElement, text: string): void {
  element.textContent = text;
  element.hidden = false;
}

/** What a 公示 is called on the reader's day. */
export function noticePhase(from: number, until: number, day: number): string {
  if (day < from) return '还没开始';
  if (day > until) return '已结束';
  return day === until ? '公示中，今天截止' : `公示中，还剩${until - day}天`;
}

/** How overdue a promise is on the reader's day; undefined while there is time. */
export function overdue(due: number, day: number): string | undefined {
  return day > due ? `已逾期${day - due}天` : undefined;
}

/** How old an entry is on the reader's day; undefined when the printed date says enough. */
export function age(published: number, day: number): string | undefined {
  const days = day - published;
  if (days < 0 || days > 30) return undefined;
  return days === 0 ? '今天' : days === 1 ? '昨天' : `${days}天前`;
}

/** Tells by the reader's clock what the page cannot know when it is built. It only adds: every date is printed in full. */
export function startReaderClock(): void {
  const day = today();
  for (const tag of all('.tag[data-until]')) {
    const phase = noticePhase(dayNumber(tag.dataset['from'] ?? ''), dayNumber(tag.dataset['until'] ?? ''), day);
    tag.classList.toggle('over', phase === '已结束');
    reveal(tag, phase);
  }
  // The named persons leave the page when the notice ends, even where no new build has taken them out.
  for (const ending of all('[data-ends]')) {
    if (day <= dayNumber(ending.dataset['ends'] ?? '')) continue;
    const note = document.createElement('p');
    note.className = 'panel';
    note.textContent = '公示期已满，公示内容不再显示。';
    ending.replaceWith(note);
  }
  for (const due of all('[data-due]')) {
    const text = overdue(dayNumber(due.dataset['due'] ?? ''), day);
    if (text !== undefined) reveal(due, text);
  }
  for (const entry of all('.age[data-day]')) {
    const text = age(dayNumber(entry.dataset['day'] ?? ''), day);
    if (text !== undefined) reveal(entry, text);
  }
  for (const stale of all('[data-newest]')) stale.hidden = day - dayNumber(stale.dataset['newest'] ?? '') < STALE_AFTER;
}
