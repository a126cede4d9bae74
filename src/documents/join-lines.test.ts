import { describe, expect, it } from 'vitest';
import { joinLines } from './join-lines.ts';

const full = '第一条 重点户每月走访一次，一般户每半年走访一次。重点户包括独居和高龄老';

describe('the lines of a PDF', () => {
  it('become the paragraph they were broken from', () => {
    expect(joinLines(['走访办法', full, '人，名单由网格长提出。', '第二条 一户一页。'])).toEqual([
      '走访办法',
      `${full}人，名单由网格长提出。`,
      '第二条 一户一页。',
    ]);
  });

  it('lose the spaces of lines set to both margins', () => {
    const spaced = Array.from('第十一条管理的人佩戴牌子，不许没收秤和货。对处理不服的，可以在三天里打').join(' ');
    expect(joinLines([full, '人。', spaced, '0000-8765412。'])[1]).toBe(
      '第十一条管理的人佩戴牌子，不许没收秤和货。对处理不服的，可以在三天里打0000-8765412。',
    );
  });

  it.each([
    ['end with their sentence', [`${full.slice(0, -1)}。`, '第二条 一户一页。']],
    [
      'are rows of a table',
      [
        '序号 村名 项目、地点 金额（万元） 负责人岗位 完成的日子和验收的人',
        '1 石桥村 清沟、修路 3.2 村委会主任 2026年5月底前，镇农业服务中心',
      ],
    ],
    ['are a short list', ['石桥村、青山村', '竹溪村、禾坪村']],
  ])('stay apart where they %s', (_, lines) => {
    expect(joinLines(lines)).toEqual(lines);
  });
});
