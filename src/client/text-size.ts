const KEY = 'mingbang-text';
const root = document.documentElement;

function keep(size: string): void {
  try {
    if (size === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, size);
  } catch {
    // Storage is refused in private windows: the choice then lasts for this page.
  }
}

/** The text sizes: two links in the header (one shown at a time), three buttons in the footer. The choice is kept across pages and visits. */
export function startTextSize(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-size]')];
  const show = (): void => {
    const size = root.dataset['text'] ?? '';
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['size'] === size));
  };
  const choose = (size: string): void => {
    keep(size);
    if (size === '') delete root.dataset['text'];
    else root.dataset['text'] = size;
    show();
  };
  const onClick = (selector: string, size: string, next: string): void => {
    document.querySelector(selector)?.addEventListener('click', (event) => {
      event.preventDefault();
      // Leaves `#elder`, which would keep the mode on by `:target`.
      if (location.hash === '#elder') location.hash = '';
      choose(size);
      // The link just used is hidden now: the focus goes to the one in its place.
      document.querySelector<HTMLElement>(next)?.focus();
    });
  };
  onClick('.elder-on', 'elder', '.elder-off');
  onClick('.elder-off', '', '.elder-on');
  for (const button of buttons)
    button.addEventListener('click', () => {
      choose(button.dataset['size'] ?? '');
    });
  for (const group of document.querySelectorAll<HTMLElement>('.text-size')) group.hidden = false;
  show();
}
