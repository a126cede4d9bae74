import { z } from 'astro/zod';
import { day } from './dates.ts';
import { evidence } from './evidence.ts';
import { ownerPost, post, text } from './fields.ts';
import { field } from './field.ts';

/** States of a commitment: 建账 – 晒账 – 查账 – 销账 – 交账. 逾期 is never a state: the clock decides it. */
export const CommitmentState = z.enum({
  notStarted: '未启动',
  inProgress: '进行中',
  awaiting: '待验收',
  closed: '已销号',
  postponed: '延期',
  failed: '未完成',
  ended: '终止',
});
export type CommitmentState = z.infer<typeof CommitmentState>;

/** `<year>-<two digits>`: the year of the report that made the promise. */
const commitmentId = () => z.string().regex(/^\d{4}-\d{2}$/, { error: '承诺编号写成“年份-两位序号” → 例如 2025-03' });

const step = () =>
  z.strictObject({
    on: field(day(), '日期'),
    state: field(CommitmentState, '状态'),
    note: field(text(4, 160), '经过', '做了什么；延期、终止写原因'),
    by: field(post(), '登记岗位'),
    due: field(day(), '新的期限', '延期时填写，原期限保留').optional(),
    reopened: field(z.boolean(), '反弹', '销号后问题重现，重新立账时写 true').optional(),
    verifier: field(post(), '验收岗位', '销号时填写，不能与责任岗位相同').optional(),
    evidence: field(z.array(evidence()).min(1), '佐证', '销号时必填').optional(),
  });

/** 承诺: one line of the ledger, in `commitments.yaml` beside the report that made it; its history is carried on there in later years. */
export const commitmentSchema = z.strictObject({
  id: field(commitmentId(), '编号', undefined, '2025-03'),
  title: field(text(6, 40), '承诺'),
  problem: field(text(6, 160), '问题'),
  source: field(z.enum(['点评', '自查', '群众']), '问题来源'),
  standard: field(text(6, 160), '完成标准', '做到什么程度算完成，别人能核对'),
  measure: field(text(6, 200), '措施'),
  owner: field(ownerPost(), '责任岗位'),
  due: field(day(), '期限', '第一次承诺的期限，延期也不改'),
  history: field(z.array(step()).min(1), '经过', '按日期先后'),
});

export type Commitment = z.infer<typeof commitmentSchema>;
export type CommitmentStep = Commitment['history'][number];

/** What the next year's report says of a promise that was still open. */
export const answerSchema = z.strictObject({
  commitment: field(commitmentId().meta({ role: 'commitment' }), '承诺编号'),
  result: field(z.enum(['已销号', '继续办理', '延期', '终止']), '结果'),
  text: field(text(10, 200), '说明'),
  evidence: field(z.array(evidence()).min(1), '佐证').optional(),
});
