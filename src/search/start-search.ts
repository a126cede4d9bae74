import type { Answer, Choice, Engine, Hit } from './engine.ts';
import type { Marked } from './excerpt.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import { plainEngine, type PlainRecord } from './plain-engine.ts';
import { suggestions, type SearchWords } from './suggestions.ts';
import { normalised, piecesOf } from './text.ts';

/** As many results are fetched at once as a phone shows, and twice as many come by themselves where the reader goes on to them. */
const STEP = 5;
const UNASKED = 2 * STEP;
/** Long enough for a syllable to be finished, short enough to feel at once. */
const PAUSE = 250;
/** On a line so slow that the full index does not come, the small one answers. */
const PATIENCE = 10_000;

const element = (tag: string, className: string, ...content: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  for (const part of content) made.appendChild(typeof part === 'string' ? document.createTextNode(part) : part);
  return made;
};

const link = (href: string, ...content: (Node | string)[]): HTMLElement => {
  const made = element('a', '', ...content);
  made.setAttribute('href', href);
  return made;
};

const words = (parts: readonly Marked[]): Node[] =>
  parts.map(({ text, hit }) => (hit ? element('mark', '', text) : document.createTextNode(text)));

const getJson = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

const late = (milliseconds: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(new Error('too late'));
    }, milliseconds);
  });

/** Answers the search form from the index beside the site; the query stands in the address, so a search can be shared. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search-form');
  const input = document.querySelector<HTMLInputElement>('#q');
  const status = document.querySelector<HTMLElement>('#search-status');
  const list = document.querySelector<HTMLOListElement>('#search-results');
  const more = document.querySelector<HTMLButtonElement>('#search-more');
  const hints = document.querySelector<HTMLElement>('#search-hints');
  const before = document.querySelector<HTMLElement>('#search-before');
  const choices = [...document.querySelectorAll<HTMLSelectElement>('#search-choices select')];
  if (form === null || input === null || status === null || list === null || more === null || hints === null || before === null)
    return;
  const { site = '/' } = form.dataset;

  let engine: Promise<Engine> | undefined;
  let vocabulary: Promise<SearchWords> | undefined;
  let plain = false;
  /** Counts the searches: an answer that comes after the next question is thrown away. */
  let asked = 0;
  let answer: Answer | undefined;
  let shown = 0;
  /** The search whose results are just being fetched. */
  let showing = 0;

  const loadPlain = async (): Promise<Engine> => {
    plain = true;
    return plainEngine(await getJson<PlainRecord[]>(`${site}search/pages.json`));
  };
  const load = (): Promise<Engine> => {
    vocabulary ??= getJson<SearchWords>(`${site}search/words.json`).catch(() => ({ traditional: '', names: [] }));
    engine ??= Promise.race([
      pagefindEngine(`${site}pagefind/`, site, () => getJson(`${site}search/filters.json`)),
      late(PATIENCE),
    ]).catch(loadPlain);
    return engine;
  };

  const item = ({ url, title, excerpt, place }: Hit): HTMLElement =>
    element('li', '', link(url, ...words(title)), element('p', '', ...words(excerpt)), element('p', 'soft', place));

  const showMore = async (byHand = false): Promise<void> => {
    if (answer === undefined || showing === asked) return;
    const mine = (showing = asked);
    try {
      const first = shown;
      const hits = await answer.show(first, first + (byHand ? UNASKED : STEP));
      if (mine !== asked) return;
      for (const hit of hits)
        list.appendChild(item(hit.url.startsWith(site) ? hit : { ...hit, url: site + hit.url.replace(/^\//, '') }));
      shown += hits.length;
      more.hidden = shown >= answer.total;
      if (byHand) list.children[first]?.querySelector('a')?.focus();
    } finally {
      if (showing === mine) showing = 0;
    }
  };

  const suggest = (query: string, vocabularyNow: SearchWords, found: number): void => {
    const names = suggestions(query, vocabularyNow, found === 0);
    hints.textContent = '';
    hints.hidden = names.length === 0;
    if (names.length === 0) return;
    hints.appendChild(document.createTextNode(found === 0 ? '是不是要找：' : '直接去：'));
    for (const { name, url } of names) hints.appendChild(link(site + url, name));
  };

  const clear = (text: string): void => {
    status.textContent = text;
    list.textContent = '';
    more.hidden = true;
    hints.hidden = true;
    answer = undefined;
    shown = 0;
  };

  const choice = (): Choice => {
    const filters: Record<string, string> = {};
    let order: Choice['order'] = 'relevance';
    for (const { name, value } of choices) {
      if (name === 'order') order = value === 'date' ? 'date' : 'relevance';
      else if (value !== '') filters[name] = value;
    }
    return { filters, order };
  };

  const run = async (): Promise<void> => {
    const mine = (asked += 1);
    const typed = input.value.trim();
    before.hidden = typed !== '';
    if (typed === '') {
      clear('');
      return;
    }
    status.textContent = '正在查找…';
    try {
      const ready = load();
      const known = await (vocabulary ?? Promise.resolve({ traditional: '', names: [] }));
      const simplified = new Map<string, string>();
      const pairs = Array.from(known.traditional);
      for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i] ?? '', pairs[i + 1] ?? '');
      const query = normalised(typed, simplified);
      const pieces = piecesOf(query);
      if (pieces.length === 0) {
        clear('请写几个字，村名、合作社名、一件事都行。');
        return;
      }
      let found: Answer;
      try {
        found = await (await ready)(pieces, choice());
      } catch {
        // The index broke off in the middle of an answer.
        engine = loadPlain();
        found = await (await engine)(pieces, choice());
      }
      if (mine !== asked) return;
      clear('');
      answer = found;
      const how = plain ? '（这台手机的浏览器旧，或者网络慢，只查了标题和摘要）' : '';
      status.textContent =
        found.total === 0
          ? `没有找到“${typed}”${how}。换个说法，少写几个字，或从下面的栏目里找。`
          : `找到 ${String(found.total)} 条${how}`;
      before.hidden = found.total > 0;
      suggest(query, known, found.total);
      await showMore();
    } catch {
      engine = undefined;
      vocabulary = undefined;
      clear('搜索暂时用不了，请从下面的栏目里找。');
      before.hidden = false;
    }
  };

  const remember = (): void => {
    const query = new URLSearchParams();
    if (input.value.trim() !== '') query.set('q', input.value.trim());
    for (const { name, value, selectedIndex } of choices) if (selectedIndex > 0) query.set(name, value);
    const text = query.toString();
    history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
  };

  let timer: number | undefined;
  let composing = false;
  const soon = (): void => {
    if (composing) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      remember();
      void run();
    }, PAUSE);
  };
  // While pinyin is being turned into characters nothing is searched: the letters are not what is meant.
  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    soon();
  });
  input.addEventListener('input', soon);
  input.addEventListener('focus', () => void load());
  for (const select of choices)
    select.addEventListener('change', () => {
      remember();
      void run();
    });
  more.addEventListener('click', () => void showMore(true));
  new IntersectionObserver(([button]) => {
    if (button?.isIntersecting === true && shown > 0 && shown < UNASKED) void showMore();
  }).observe(more);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember();
    void run();
  });

  const given = new URLSearchParams(location.search);
  input.value = given.get('q') ?? '';
  for (const select of choices) {
    const wanted = given.get(select.name);
    if (wanted !== null && [...select.options].some(({ value }) => value === wanted)) select.value = wanted;
  }
  const panel = document.querySelector<HTMLElement>('#search-choices');
  if (panel !== null) panel.hidden = false;
  void run();
}
