import type { Rule, RuleFinding } from '../rule.ts';

const FOLDER = /^[a-z0-9][a-z0-9-]*$/;
const FILE = /^[a-z0-9][a-z0-9._-]*$/;

function problem(name: string): string {
  if (/[^\x20-\x7e]/.test(name)) return '有中文或其他特殊字符';
  if (/\s/.test(name)) return '有空格';
  if (/[A-Z]/.test(name)) return '有大写字母';
  return '有不合适的符号';
}

function suggestion(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|-+(?=\.|$)/g, '');
  const useful = /[a-z0-9]/.test(folded.replace(/\.[a-z0-9]+$/, '')) && !/\p{Script=Han}/u.test(name);
  return useful ? `改成 ${folded}` : '改用拼音，例如 chun-geng';
}

/** Names that other systems and links do not survive: one finding a name, at the first file below it. */
export const fileNames: Rule = {
  id: 'F02',
  title: '文件或文件夹的名字不合适',
  severity: 'error',
  basis: '文件夹名就是网址：只用小写字母、数字和短横线，在哪种服务器上都打得开',
  check: ({ source }) => {
    const seen = new Set<string>();
    return source.files.flatMap(({ path }): RuleFinding[] => {
      if (path === 'content/README.md') return [];
      const parts = path.split('/');
      return parts.flatMap((name, index): RuleFinding[] => {
        const whole = parts.slice(0, index + 1).join('/');
        const folder = index < parts.length - 1;
        if ((folder ? FOLDER : FILE).test(name) || seen.has(whole)) return [];
        seen.add(whole);
        const why = `${folder ? '文件夹' : '文件'}名“${name}”里${problem(name)}`;
        return [{ file: path, line: 1, column: 1, why, fix: `${suggestion(name)}（小写字母、数字、短横线）；引用它的地方也要一起改` }];
      });
    });
  },
};
