/** A voice that really speaks Chinese; undefined in WeChat's WebView and wherever there is none. */
function chineseVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  return speech.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang));
}

/** The text to read, a paragraph at a time: engines fall silent in long texts. */
const passages = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('h1, .intro, .prose > p, .prose > h2, .prose > h3, .prose li')]
    .map(({ innerText }) => innerText.trim())
    .filter((text) => text !== '');

/** Offers to read the page where a Chinese voice is there; otherwise the button stays hidden. A recording is plain `<audio>` and needs none of this. */
export function startReadAloud(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-read]');
  const speech = (window as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  if (button === null || speech === undefined) return;
  let reading = false;
  const show = (): void => {
    button.textContent = reading ? '停止朗读' : '读给我听';
    button.setAttribute('aria-pressed', String(reading));
  };
  const stop = (): void => {
    reading = false;
    speech.cancel();
    show();
  };
  const read = (voice: SpeechSynthesisVoice): void => {
    reading = true;
    const texts = passages();
    texts.forEach((text, index) => {
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.9;
      if (index === texts.length - 1) words.onend = stop;
      speech.speak(words);
    });
    show();
  };
  const offer = (): void => {
    button.hidden = chineseVoice(speech) === undefined;
  };
  button.addEventListener('click', () => {
    const voice = chineseVoice(speech);
    if (reading) stop();
    else if (voice !== undefined) read(voice);
  });
  // Voices arrive late in most browsers. Not addEventListener: Safari below 16 has only the property.
  speech.onvoiceschanged = offer;
  addEventListener('pagehide', stop);
  offer();
}
