import { textOf } from '../document.ts';
import type { Part } from './parts.ts';

const PROMISES = /将|要|拟|力争|确保|争取|计划|加快|加强|完善|健全|推动|推进|建立|整改|改进|开展|落实|解决/;
const IN_PROBLEMS = /将(?!军|领)|下一步|下步|改进|整改/;
/** What a measure may hold (the model of commitments). */
const [SHORTEST, LONGEST] = [6, 200];

/** The sentences of a report that promise something: each is offered as a line of the ledger. */
export function promisesOf(parts: readonly Part[]): string[] {
  return parts.flatMap(({ kind, blocks }) => {
    const pattern =
      kind === '下步打算' || kind === '教训与改进措施' ? PROMISES : kind === '存在问题及原因' ? IN_PROBLEMS : undefined;
    if (pattern === undefined) return [];
    return blocks
      .flatMap((block) =>
        block.kind === 'text' || block.kind === 'item'
          ? (textOf(block.inlines).match(/[^。；;！!？?\n]+[。；;！!？?]?/g) ?? [])
          : [],
      )
      .map((sentence) => sentence.trim())
      .filter((sentence) => pattern.test(sentence) && sentence.length >= SHORTEST && sentence.length <= LONGEST);
  });
}
