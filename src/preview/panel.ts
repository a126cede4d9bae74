import type { GateReport } from '../checks/report.ts';

type Finding = GateReport['findings'][number];

const MOST = 6;
const ID = 'mingbang-gate';

function element(tag: string, text: string, style: Partial<CSSStyleDeclaration> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.assign(made.style, style);
  return made;
}

const sentence = ({ file, line, column, rule, field, why, fix }: Finding): string =>
  `${file}:${line}:${column} ${field === undefined ? '' : `${field}：`}${why}${fix === '' ? '' : ` → ${fix}`} [${rule}]`;

/** What stands against a publication, at the foot of the page; nothing while nothing does. */
function show({ findings }: Pick<GateReport, 'findings'>): void {
  document.getElementById(ID)?.remove();
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const panel = element('section', '', {
    position: 'fixed',
    left: '0',
    right: '0',
    bottom: '0',
    zIndex: '1000',
    maxHeight: '45vh',
    overflow: 'auto',
    padding: '12px 16px',
    background: '#7a1010',
    color: '#fff',
    font: '15px/1.6 sans-serif',
  });
  panel.id = ID;
  panel.setAttribute('role', 'status');
  panel.append(element('strong', `核对出 ${errors.length} 处错误，改好以后这里会自己消失；页面上还是上一次读得出来的内容`));
  for (const finding of errors.slice(0, MOST)) panel.append(element('div', sentence(finding)));
  if (errors.length > MOST) panel.append(element('div', `还有 ${errors.length - MOST} 处，看终端`));
  document.body.append(panel);
}

async function ask(): Promise<void> {
  const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}__gate.json`);
  show((await answer.json()) as GateReport);
}

import.meta.hot?.on('mingbang:gate', () => void ask());
void ask();
