import { describe, expect, it } from 'vitest';
import { ask, type Question } from './ask.ts';
import { Misuse } from './misuse.ts';
import { CANCEL, DOWN, ENTER, typing } from './testing/typing.ts';

const column: Question = {
  flag: 'column',
  message: '放在哪个栏目',
  choices: [
    { id: 'members', names: ['党员队伍建设'] },
    { id: 'notices', names: ['通知公告'] },
  ],
};

describe('a question at the terminal', () => {
  it('offers the names and gives the id', async () => {
    const terminal = typing([`${DOWN}${ENTER}`]);
    expect(await ask(column, [], terminal)).toEqual(['notices']);
    expect(terminal.shown()).toContain('党员队伍建设');
  });

  it('takes what is meant when nothing is typed', async () => {
    expect(await ask({ flag: 'date', message: '日期', initial: '2026-11-25' }, [], typing([ENTER]))).toEqual(['2026-11-25']);
  });

  it('says what is wrong and asks again', async () => {
    const question: Question = {
      flag: 'title',
      message: '标题',
      problem: (answer) => (answer.length < 4 ? '太短' : undefined),
    };
    const terminal = typing([`春耕${ENTER}备耕${ENTER}`]);
    expect(await ask(question, [], terminal)).toEqual(['春耕备耕']);
    expect(terminal.shown()).toContain('太短');
  });

  it('asks for several until an empty line', async () => {
    const question: Question = { flag: 'photo', message: '照片', many: true, optional: true };
    expect(await ask(question, [], typing([`a.jpg${ENTER}`, `b.jpg${ENTER}`, ENTER]))).toEqual(['a.jpg', 'b.jpg']);
  });

  it('takes no answer twice where each is meant to be another', async () => {
    const question: Question = { flag: 'village', message: '村', many: true, distinct: true };
    await expect(ask(question, ['柳湾村', '石桥村', '柳湾村'], undefined)).rejects.toThrow('--village “柳湾村”：已经写过了');
    const terminal = typing([`柳湾村${ENTER}`, `柳湾村${ENTER}${'\u007f'.repeat(3)}石桥村${ENTER}`, ENTER]);
    expect(await ask(question, [], terminal)).toEqual(['柳湾村', '石桥村']);
    expect(terminal.shown()).toContain('已经写过了');
  });

  it('marks several of a list', async () => {
    expect(await ask({ ...column, many: true, optional: true }, [], typing([` ${DOWN} ${ENTER}`]))).toEqual([
      'members',
      'notices',
    ]);
  });

  it('ends without doing anything when the author leaves', async () => {
    await expect(ask(column, [], typing([CANCEL]))).rejects.toThrow(Misuse);
  });

  it('is not asked when a flag answers it', async () => {
    const terminal = typing([]);
    expect(await ask(column, ['通知'], terminal)).toEqual(['notices']);
    expect(terminal.shown()).toBe('');
  });
});
