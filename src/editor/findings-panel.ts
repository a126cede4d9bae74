import { HEADERS } from './local-folder.ts';

/** What the gate says of a saved file, in one sentence. */
export interface SavedFinding {
  severity: 'error' | 'warning';
  file: string;
  line: number;
  sentence: string;
}

/** Where `npm run edit` answers what the gate finds beside a saved file. */
export const FINDINGS = '/findings/';
/** One press of “保存” may write pictures and a text. */
const TOGETHER_MS = 400;
const LABELS = { error: '错误', warning: '提醒' } as const;

/** Shows what the gate found in the file that was just saved, in a corner of the editor; it is made once. */
export function showFindings(): void {
  const panel = document.createElement('section');
  panel.id = 'mingbang-findings';
  panel.setAttribute('role', 'status');
  panel.hidden = true;
  document.body.append(panel);
  let saved = '';
  let timer = 0;
  addEventListener('mingbang:saved', (event) => {
    saved = (event as CustomEvent<string>).detail;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(panel, saved), TOGETHER_MS);
  });
}

async function look(panel: HTMLElement, path: string): Promise<void> {
  fill(panel, '正在核对刚保存的内容……', []);
  try {
    const answer = await fetch(FINDINGS + path, { headers: HEADERS });
    if (!answer.ok) throw new Error(await answer.text());
    const findings = (await answer.json()) as SavedFinding[];
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const title =
      findings.length === 0
        ? '已保存，核对没有发现问题。'
        : errors > 0
          ? `已保存，还有 ${errors} 处错误，改完才能发布。`
          : `已保存，有 ${findings.length} 处提醒，不影响发布，请看一看。`;
    fill(panel, title, findings);
  } catch (error) {
    fill(panel, `已保存，但没有核对成：${error instanceof Error ? error.message : String(error)}`, []);
  }
}

function fill(panel: HTMLElement, title: string, findings: readonly SavedFinding[]): void {
  const head = document.createElement('strong');
  head.textContent = title;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '收起';
  close.addEventListener('click', () => {
    panel.hidden = true;
  });
  const list = document.createElement('ol');
  for (const { severity, file, line, sentence } of findings) {
    const item = document.createElement('li');
    item.className = severity;
    item.textContent = `${LABELS[severity]} ${file.replace(/^content\//, '')} 第${line}行：${sentence}`;
    list.append(item);
  }
  panel.replaceChildren(head, close, ...(findings.length === 0 ? [] : [list]));
  panel.hidden = false;
}
