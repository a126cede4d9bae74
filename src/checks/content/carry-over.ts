import { promisesToAnswer, wrongAnswers } from '../../derive/carry-over.ts';
import { fileOf } from '../../derive/files.ts';
import { commitmentStatus } from '../../derive/ledger.ts';
import { nearest } from '../../schemas/nearest.ts';
import { isReadable } from '../companions.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

/** Every promise that was open when the year began is answered in the report of that year. */
export const carryOver: Rule = {
  id: 'L05',
  title: '上年的承诺没有答复',
  severity: 'error',
  basis: '上一年年底没有销号的承诺，这一年的报告逐条答复',
  check: ({ content, records, source }) => {
    if (content === undefined || !source.entries.every((entry) => isReadable(entry, 'commitments'))) return [];
    const known = new Set(content.reports.flatMap(({ commitments }) => commitments.map(({ id }) => id)));
    return content.reports.flatMap((report) => {
      const record = records.find(({ kind, entry }) => kind === 'reports' && entry?.id === report.id);
      const due = promisesToAnswer(content, report.data.year).filter(({ commitment, report: made }) => commitment.id.startsWith(`${made}-`));
      const ids = due.map(({ commitment }) => commitment.id);
      // A slip in the number of an answer is said once, by the rule on numbers.
      const answered = new Set((report.data.answers ?? []).map(({ commitment: id }) => (known.has(id) ? id : nearest(id, ids))));
      return due
        .filter(({ commitment }) => !answered.has(commitment.id))
        .flatMap(({ commitment: promise, report: made, reopened }) => {
          if (record === undefined) return [];
          const { state, due: day } = commitmentStatus(promise, report.data.date);
          const file = fileOf({ collection: 'reports', id: made, companion: 'commitments' });
          const why = `没有答复 ${promise.id}“${promise.title}”：${reopened ? '这一年反弹' : '上年年底还没有销号'}，报告发布时是“${state}”，期限 ${day}（${file}）`;
          const fix = `在 answers 里加一条：commitment: ${promise.id}，写明结果和说明`;
          return [about(record, ['answers'], { why, fix }, 'key')];
        });
    });
  },
};

/** What a report answers is what the ledger says. */
export const answersFitLedger: Rule = {
  id: 'L06',
  title: '答复和台账不一致',
  severity: 'error',
  basis: '报告里的答复以承诺台账在报告发布那天的记录为准',
  check: ({ content, records }) =>
    content === undefined ? [] : content.reports.flatMap((report) =>
      wrongAnswers(content, report).flatMap(({ answer, commitment, said, ledger }) => {
        const record = records.find(({ kind, entry }) => kind === 'reports' && entry?.id === report.id);
        if (record === undefined) return [];
        const why = `报告答复 ${commitment} “${said}”，台账在 ${report.data.date} 的记录是“${ledger}”`;
        const fix = `改答复，或者到 content/reports/${commitment.slice(0, 4)}/commitments.yaml 补登经过`;
        return [about(record, ['answers', answer, 'result'], { why, fix })];
      }),
    ),
};
