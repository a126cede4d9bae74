import type { Readable, Writable } from 'node:stream';
import { type CANCEL_SYMBOL, isCancel, multiselect, select, text } from '@clack/prompts';
import { findChoice, type Choice } from './choices.ts';
import { Misuse } from './misuse.ts';

/** One thing that the author is asked. It is answered by a flag of the same name, or else at the terminal. */
export interface Question {
  /** `--title` without its dashes. */
  flag: string;
  message: string;
  /** Where set, one of these is chosen, by id or by name. */
  choices?: readonly Choice[];
  /** Several answers; at the terminal an empty line ends them. */
  many?: boolean;
  /** No answer twice. */
  distinct?: boolean;
  /** What is meant when nothing is answered. */
  initial?: string;
  optional?: boolean;
  /** What is wrong with an answer; undefined when nothing is. */
  problem?: (answer: string) => string | undefined;
}

export interface Terminal {
  input: Readable;
  output: Writable;
}

/** The answers, in a list: of the flags that were given, or asked at the terminal. Without one, what is missing is a {@link Misuse}. */
export async function ask(question: Question, given: readonly string[], terminal: Terminal | undefined): Promise<string[]> {
  if (given.length > 0)
    return given.reduce<string[]>((answers, answer) => [...answers, accepted(refusing(question, answers), answer)], []);
  if (terminal !== undefined) return askAt(terminal, question);
  if (question.initial !== undefined) return [accepted(question, question.initial)];
  if (question.optional === true) return [];
  throw new Misuse(`还缺 --${question.flag}（${question.message}）`);
}

/** The question, asked once more: where no answer may come twice, those that are there are none. */
const refusing = (question: Question, answers: readonly string[]): Question =>
  question.distinct === true
    ? {
        ...question,
        problem: (answer) => (answers.includes(answer) ? '已经写过了，同一个只写一次' : question.problem?.(answer)),
      }
    : question;

function accepted({ flag, choices, problem }: Question, answer: string): string {
  if (choices !== undefined) {
    const found = findChoice(choices, answer);
    if (found !== undefined) return found.id;
    const offered = choices.map(({ id, names }) => names[0] ?? id).join('、');
    throw new Misuse(`--${flag} “${answer}”不在可选的里面：${offered}`);
  }
  const wrong = problem?.(answer);
  if (wrong !== undefined) throw new Misuse(`--${flag} “${answer}”：${wrong}`);
  return answer;
}

async function askAt(terminal: Terminal, question: Question): Promise<string[]> {
  const { message, choices, many = false, optional = false, initial } = question;
  if (choices !== undefined) {
    const options = choices.map(({ id, names }) => ({ value: id, label: names[0] ?? id }));
    if (many)
      return answered(
        await multiselect({
          ...terminal,
          message: `${message}（上下键移动，空格选，回车确认）`,
          options,
          required: !optional,
          showInstructions: false,
        }),
      );
    const none = optional ? [{ value: '', label: '（不写）' }] : [];
    const chosen = answered(
      await select({
        ...terminal,
        message: `${message}（上下键移动，回车确认）`,
        showInstructions: false,
        options: [...none, ...options],
        ...(initial === undefined ? {} : { initialValue: initial }),
      }),
    );
    return chosen === '' ? [] : [chosen];
  }
  const answers: string[] = [];
  do {
    const empty = optional || (many && answers.length > 0);
    const answer = await askText(terminal, many ? `${message}（没有了就直接回车）` : message, refusing(question, answers), empty);
    if (answer === '') break;
    answers.push(answer);
  } while (many);
  return answers;
}

async function askText(
  terminal: Terminal,
  message: string,
  { problem, initial }: Question,
  mayBeEmpty: boolean,
): Promise<string> {
  const validate = (answer = ''): string | undefined => {
    if (answer.trim() === '') return mayBeEmpty ? undefined : '这一项要填';
    return problem?.(answer.trim());
  };
  const answer = await text({ ...terminal, message, validate, ...(initial === undefined ? {} : { initialValue: initial }) });
  return answered(answer).trim();
}

/** The answer, unless the author has left with Ctrl+C. */
function answered<T>(answer: T): Exclude<T, typeof CANCEL_SYMBOL> {
  if (isCancel(answer)) throw new Misuse('没有做完就退出了，什么也没有写。');
  return answer as Exclude<T, typeof CANCEL_SYMBOL>;
}
