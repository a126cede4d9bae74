/** The part of Pagefind's browser API that the search page uses. */
interface Pagefind {
  search: (query: string) => Promise<{ results: { data: () => Promise<PagefindResult> }[] }>;
}

interface PagefindResult {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

const SHOWN = 20;

/** Answers the search form from the index beside the site; the query stands in the address, so a search can be shared. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search-form');
  const input = document.querySelector<HTMLInputElement>('#q');
  const status = document.querySelector('#search-status');
  const list = document.querySelector('#search-results');
  if (form === null || input === null || status === null || list === null) return;
  let loading: Promise<Pagefind> | undefined;
  const bundle = form.dataset['bundle'] ?? '/pagefind/';

  const run = async (): Promise<void> => {
    const query = input.value.trim();
    list.replaceChildren();
    if (query === '') {
      status.textContent = '';
      return;
    }
    status.textContent = '正在查找…';
    try {
      loading ??= import(/* @vite-ignore */ `${bundle}pagefind.js`) as Promise<Pagefind>;
      const { results } = await (await loading).search(query);
      const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      status.textContent =
        results.length === 0
          ? `没有找到“${query}”。换个说法，或从下面的栏目里找。`
          : `找到 ${String(results.length)} 条，显示前 ${String(shown.length)} 条`;
      list.replaceChildren(...shown.map(resultItem));
    } catch {
      loading = undefined;
      status.textContent = '搜索暂时用不了，请从下面的栏目里找。';
    }
  };

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?q=${encodeURIComponent(input.value.trim())}`);
    void run();
  });
  void run();
}

function resultItem({ url, excerpt, meta }: PagefindResult): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement('p');
  // Pagefind escapes the text of the page and adds nothing but <mark>.
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}
