import { withoutNumber } from '../official/ranks.ts';

const COUNT = '[一二三四五六七八九十]{1,3}';
/** What opens a point inside a paragraph: 一是, 二要, 第三，, 其四, （5）, 6., ⑦. */
const MARK = `(?:${COUNT}[是要]|第${COUNT}(?:是|[，,、])|其${COUNT}(?:是|[，,、])?|[（(](?:${COUNT}|\\d{1,2})[）)]|\\d{1,2}[．.、](?!\\d)|\\d{1,2}[．、](?=20\\d\\d年)|[①-⑳⑴-⒛])`;
/** Only where a sentence or a part of one begins. */
const OPENS = new RegExp(`(?<=^|[。；;：:！!，,])(?=${MARK})`);
const NUMBER = new RegExp(`^${MARK}[，,、：:]?`);

/** A paragraph cut before its numbered points: what leads up to them, and each point without its number. */
export function pointsOf(line: string): { lead: string; points: string[] } {
  const cut = line.split(OPENS).map((text) => text.trim());
  const isPoint = (text: string): boolean => NUMBER.test(text);
  return {
    lead: cut.filter((text) => !isPoint(text)).join(''),
    points: cut.filter(isPoint).map((text) =>
      withoutNumber(text)
        .replace(NUMBER, '')
        .replace(/[；;，,]$/, '。'),
    ),
  };
}

/** True for a heading, or one below it, that says what comes next and nothing else. */
export const saysNext = (heading: string): boolean =>
  /下步|下一步|今后|打算|展望|明年|来年|下年|计划|努力方向|改进措施|工作思路/.test(heading) && !saysWrong(heading);

/** True for a heading that is also about what is wrong: its numbered points can be problems. */
export const saysWrong = (heading: string): boolean => /问题|不足|短板|差距|原因|教训/.test(heading);
