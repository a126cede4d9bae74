import { isDay } from '../../schemas/dates.ts';
import { textOf } from '../document.ts';
import type { BodyBlock } from '../official/recognise.ts';
import { numberedRank, withoutNumber } from '../official/ranks.ts';
import type { Part } from './parts.ts';
import { pointsOf, saysNext, saysWrong } from './points.ts';

/** A promise as the report words it; what it does not say stays open. */
export interface Offered {
  title?: string;
  measure: string;
  /** The day that the measure names, `YYYY-MM-DD`. */
  due?: string;
}

const PROMISES = /将|要|拟|力争|确保|争取|计划|加快|加强|完善|健全|推动|推进|建立|整改|改进|开展|落实|解决|完成|公布|底前|日前/;
const IN_PROBLEMS = /将(?!军|领)|下一步|下步|改进|整改/;
/** What a measure and a title may hold (the model of commitments). */
const MEASURE = [6, 200] as const;
const TITLE = [6, 40] as const;
const fits = (text: string, [shortest, longest]: readonly [number, number]): boolean =>
  text.length >= shortest && text.length <= longest;

/**
 * What a report promises, each offered as a line of the ledger. Among what is planned, a numbered paragraph is one promise, its
 * first sentence the title. Where a section says nothing but what comes next, each of its numbered points is one, whatever its verb;
 * everywhere else a sentence is one, if it sounds like it.
 */
export function promisesOf(parts: readonly Part[]): Offered[] {
  return parts.flatMap(({ kind, heading: name, blocks }) => {
    const planned = kind === '下步打算' || kind === '教训与改进措施';
    if (!planned && kind !== '存在问题及原因') return [];
    let heading: string | undefined;
    let next = saysNext(name);
    return blocks.flatMap((block): Offered[] => {
      if (block.kind === 'heading') {
        heading = withoutNumber(lineOf(block));
        // Under “问题和下步打算” the headings below it tell them apart.
        if (!saysNext(name)) next = saysNext(heading) || (next && !saysWrong(heading));
      }
      if (block.kind !== 'text' && block.kind !== 'item') return [];
      const sentences = sentencesOf(lineOf(block));
      const whole = planned ? asWhole(block, sentences, heading) : undefined;
      if (whole !== undefined) return [whole];
      const { lead, points } = next ? asPoints(block) : { lead: lineOf(block), points: [] };
      return [
        ...sentencesOf(lead)
          .filter((sentence) => (planned ? PROMISES : IN_PROBLEMS).test(sentence) && fits(sentence, MEASURE))
          .filter((sentence) => points.length === 0 || !/[：:]$/.test(sentence))
          .map((measure) => ({ measure, ...dueOf(measure) })),
        ...points.flatMap(asPromises),
      ];
    });
  });
}

/** The numbered points of a block; one item of a list is one. */
function asPoints(block: BodyBlock): { lead: string; points: string[] } {
  const { lead, points } = pointsOf(lineOf(block));
  return block.kind === 'item' && lead !== '' && points.length === 0 ? { lead: '', points: [lead] } : { lead, points };
}

/** A point as one promise; one that is too long for that, sentence by sentence. A short one is offered too: the clerk words it out. */
function asPromises(point: string): Offered[] {
  const [, name = '', rest = ''] = /^([^。；;]+)。(.+)$/.exec(point) ?? [];
  if (fits(name, TITLE) && fits(rest, MEASURE)) return [{ title: name, measure: rest, ...dueOf(rest) }];
  const measures = point.length <= MEASURE[1] ? [point] : sentencesOf(point).filter((sentence) => fits(sentence, MEASURE));
  return measures.filter((measure) => /\p{L}/u.test(measure)).map((measure) => ({ measure, ...dueOf(measure) }));
}

/** A paragraph that is one promise: below its own heading, or behind a first sentence with a number. */
function asWhole(block: BodyBlock, sentences: readonly string[], heading: string | undefined): Offered | undefined {
  const line = lineOf(block);
  const numbered = (block.kind === 'item' && typeof block.mark === 'number') || numberedRank(line) !== undefined;
  const [first = '', ...more] = sentences;
  const [title, text] =
    numbered && more.length > 0 ? [withoutNumber(first), more] : [heading, numbered ? [withoutNumber(line)] : sentences];
  const name = title?.replace(/[。；;：:]$/, '') ?? '';
  const measure = text.join('');
  if (!fits(name, TITLE) || !fits(measure, MEASURE)) return undefined;
  return { title: name, measure, ...dueOf(measure) };
}

const lineOf = (block: BodyBlock): string => (block.kind === 'table' ? '' : textOf(block.inlines).replace(/\s+/g, ' ').trim());
const sentencesOf = (line: string): string[] =>
  (line.match(/[^。；;！!？?]+[。；;！!？?]?/g) ?? []).map((sentence) => sentence.trim());

/** 2027年6月底前, 2027年底前, 2027年6月20日前: the last day of it, where the measure names only one. */
function dueOf(measure: string): Pick<Offered, 'due'> {
  const days = [...measure.normalize('NFKC').matchAll(/(20\d\d)年(?:(\d{1,2})月)?(?:底|(\d{1,2})日)前/g)].map(
    ([, year = '', month = '12', day]) =>
      [
        year,
        month.padStart(2, '0'),
        day?.padStart(2, '0') ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()),
      ].join('-'),
  );
  const [due = ''] = days;
  return new Set(days).size === 1 && isDay(due) ? { due } : {};
}
