/** Shows the button 复制网址 where the browser can copy; the address stands beside it in text anyway. */
export function startCopyLink(): void {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      clipboard.writeText(button.dataset['copy'] ?? location.href).then(
        () => (button.textContent = '已复制'),
        () => (button.textContent = '没有复制成，请长按网址'),
      );
    });
  }
}
