import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { sampleRoot } from '../../src/lib/testing/sample-root.ts';
import type { TerminalPicture } from './picture.ts';
import type { Command } from './terminal.ts';
import { writeWordDraft } from './word-draft.ts';

const ENTER = '\r';
const DOWN = '\u001b[B';
const LEFT = '\u001b[D';
const ENTRY = 'content/news/2026/0331-qing-yu-xiu-qu/index.mdx';

/** A clerk makes a news entry, answering one question after the other. */
const newEntry: Command = {
  name: 'new',
  answers: [
    ['要新建什么', ENTER],
    ['标题', `石桥村清淤修渠，水放到了田头${ENTER}`],
    ['日期', ENTER],
    ['放在哪个栏目', `${DOWN}${ENTER}`],
    ['和哪些支部有关', ` ${ENTER}`],
    ['照片文件的路径', ENTER],
    ['文件夹名', ENTER],
  ],
};

/** Changes a file of the small township; throws where there is nothing to change. */
const edit =
  (path: string, from: string, to: string) =>
  (folder: string): void => {
    const before = readFileSync(join(folder, path), 'utf8');
    if (!before.includes(from)) throw new Error(`${path} does not say “${from}”`);
    writeFileSync(join(folder, path), before.replace(from, to));
  };

/** Pictures of the terminal and of files, made on the small township of the gate's tests. */
export const terminalPictures: readonly TerminalPicture[] = [
  {
    file: 'handbook/pictures/new',
    commands: [newEntry],
    marks: ['npm run new', '放在哪个栏目', '照片文件的路径', '已新建'],
  },
  {
    file: 'handbook/pictures/blanks',
    commands: [newEntry],
    opens: ENTRY,
    until: 'branches',
    marks: ['## 来源', '【请填写：来源】'],
  },
  {
    file: 'handbook/pictures/validate',
    commands: [{ name: 'validate', args: ['content/news/2026/0305-chun-geng'] }],
    prepare: edit('content/news/2026/0305-chun-geng/index.mdx', 'date: 2026-03-05', 'date: 2026/3/5'),
    marks: ['错误 [', '写成 2026-03-05', '处错误'],
  },
  {
    file: 'handbook/pictures/validate-clean',
    commands: [{ name: 'validate' }],
    marks: ['没有发现问题'],
  },
  {
    file: 'handbook/pictures/import',
    commands: [
      {
        name: 'import',
        args: ['通知.docx'],
        answers: [
          ['这份文件放到哪一类', ENTER],
          ['放在哪个栏目', `${DOWN}${ENTER}`],
        ],
      },
    ],
    prepare: (folder) => writeWordDraft(join(folder, '通知.docx')),
    marks: ['已导入到', '从文件里认出来的', '没有导入', '处【】要填'],
  },
  {
    file: 'handbook/pictures/clean-photos',
    commands: [{ name: 'clean-photos', args: ['content/news/2026/0305-chun-geng'] }],
    prepare: async (folder) => {
      const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 12/1 0/1' } };
      await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#486' } })
        .withExif(gps)
        .withMetadata({ orientation: 6 })
        .withExifMerge(gps)
        .jpeg()
        .toFile(join(folder, 'content/news/2026/0305-chun-geng/geng-tian.jpg'));
    },
    marks: ['已清理'],
  },
  {
    file: 'handbook/pictures/phone-number',
    commands: [{ name: 'validate', args: ['content/news/2026/0312-dang-ke'] }],
    prepare: (folder) => {
      appendFileSync(join(folder, 'content/news/2026/0312-dang-ke/index.mdx'), '\n约农机请打13800001111。\n');
    },
    until: '说明：docs/rules',
    marks: ['错误 [I02]'],
  },
  {
    file: 'handbook/pictures/people',
    commands: [{ name: 'people' }],
    marks: ['姓名'],
  },
  {
    file: 'handbook/pictures/init',
    commands: [
      {
        name: 'init',
        answers: [
          ['乡镇名称', `柳河镇${ENTER}`],
          ['所属县区', `云山省清水县${ENTER}`],
          ['网址', ENTER],
          ['对外的办公室', ENTER],
          ['办公电话', `0000-7654321${ENTER}`],
          ['办公地址', `清水县柳河镇政府一楼${ENTER}`],
          ['办公时间', ENTER],
          ['村和社区', `柳湾村${ENTER}`],
          ['村和社区', `沙坡村${ENTER}`],
          ['村和社区', ENTER],
          ['主要产业', `莲藕${ENTER}`],
          ['主要产业', ENTER],
          ['党支部的简称', `柳湾村党支部${ENTER}`],
          ['党支部的简称', ENTER],
          ['要把 content', `${LEFT}${ENTER}`],
        ],
      },
    ],
    until: '柳湾村',
    marks: ['网址', '办公电话'],
    prepare: (folder) => {
      copyFileSync(join(sampleRoot, 'content/site.yaml'), join(folder, 'content/site.yaml'));
      const git = ['-C', folder, '-c', 'user.name=clerk', '-c', 'user.email=clerk@example.cn'];
      for (const args of [
        ['init', '-q'],
        ['add', '-A'],
        ['commit', '-q', '-m', '示例'],
      ])
        execFileSync('git', [...git, ...args]);
    },
  },
];
