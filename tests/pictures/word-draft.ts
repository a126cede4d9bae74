import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const AUTHOR = { author: '党建办', date: '2026-03-20T08:00:00Z' };
const paragraph = (text: string): Paragraph => new Paragraph({ indent: { firstLine: 640 }, text });
const row = (...cells: string[]): TableRow =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

/** A draft as it leaves a clerk's desk: title, headings by hand, a table, a signature; and a comment and a deleted sentence that nobody else shall see. */
export async function writeWordDraft(path: string): Promise<void> {
  const title = new TextRun({ text: '关于做好春灌用水安排的通知', size: 44 });
  const children = [
    new Paragraph({ alignment: AlignmentType.CENTER, children: [title] }),
    paragraph('各村党支部：'),
    paragraph('一、什么时候放水'),
    new Paragraph({
      indent: { firstLine: 640 },
      children: [
        new CommentRangeStart(0),
        new TextRun('4月8日早上6点开闸，先放下游，再放上游。'),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
        new DeletedTextRun({ id: 1, ...AUTHOR, text: '水不够的村自己想办法。' }),
      ],
    }),
    paragraph('二、每个村放几天'),
    new Table({ rows: [row('村', '天数'), row('石桥村', '3'), row('茶岭村', '2')] }),
    paragraph('三、谁来管'),
    paragraph('各村党支部书记负责，每天把水位写在公开栏上。'),
    new Paragraph({ alignment: AlignmentType.RIGHT, text: '中共青禾镇委员会' }),
    new Paragraph({ alignment: AlignmentType.RIGHT, text: '2026年3月25日' }),
  ];
  const comment = { id: 0, ...AUTHOR, date: new Date(AUTHOR.date), children: [new Paragraph('时间再和水管站核一下')] };
  writeFileSync(path, await Packer.toBuffer(new Document({ comments: { children: [comment] }, sections: [{ children }] })));
}
