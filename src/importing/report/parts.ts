import { blank } from '../../schemas/blank.ts';
import type { ReportPart } from '../../schemas/report.ts';
import type { Known } from '../../authoring/yaml-template.ts';
import { textOf } from '../document.ts';
import type { BodyBlock } from '../official/recognise.ts';

/** What headings of reports are about, the particular before the general. */
const KINDS: [ReportPart, RegExp][] = [
  ['上年度问题整改', /(?:上年|上一年|去年|上年度).*(?:整改|问题|承诺)|(?:问题|意见).*整改(?:落实)?(?:情况)?$|整改(?:落实)?情况/],
  ['教训与改进措施', /教训|改进/],
  ['下步打算', /下步|下一步|今后|打算|展望|明年|来年|下年|计划|努力方向|工作思路/],
  ['存在问题及原因', /问题|不足|原因|短板|难点/],
  ['背景与任务', /背景|任务|基本情况|概况/],
  ['外部合作', /合作|交流|协作/],
  ['专业方法', /方法/],
  ['履职成效', /成效|工作|履职|成果|做法|影响|开展|亮点/],
];

/** A part of the report: its kind, where the heading says it, the heading, and the blocks below it. */
export interface Part {
  kind: ReportPart | undefined;
  heading: string;
  blocks: BodyBlock[];
}

/** Cuts the body of a report at its headings of the second level. */
export function partsOf(body: readonly BodyBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of body) {
    if (block.kind === 'heading' && block.depth === 2) {
      const heading = textOf(block.inlines).replace(/\s+/g, ' ').trim();
      parts.push({ kind: KINDS.find(([, pattern]) => pattern.test(heading))?.[0], heading, blocks: [] });
    } else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** The parts as the fields of a report register them. What a heading does not say, and the mandatory part that is missing, are blanks. */
export function knownParts(parts: readonly Part[]): Known[] {
  const known = parts.map(({ kind, heading }): Known => ({ ...(kind !== undefined && { kind }), heading }));
  if (parts.some(({ kind }) => kind === '上年度问题整改')) return known;
  return [...known, { kind: '上年度问题整改', heading: blank('文件里没有找到这一部分：在正文里写一节，这里写它的二级标题') }];
}
