import { readText } from '../loader/source.ts';
import { OfficePackage } from '../documents/office-package.ts';
import { Refusal } from '../documents/refusal.ts';

/** A file that can be imported. */
export type OpenedFile = { kind: 'docx'; parts: OfficePackage } | { kind: 'txt'; bytes: Uint8Array };

const MOST_BYTES = 60 * 1024 * 1024;
const AS_DOCX = '用 Word 或 WPS 打开它，“文件 → 另存为”，类型选“Word 文档（*.docx）”，再导入另存的那一份';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/**
 * Looks at the bytes, not at the name, and says what the file is. Throws a {@link Refusal} that tells what to do for everything
 * that is neither a Word document of today nor plain text.
 */
export function openFile(bytes: Uint8Array): OpenedFile {
  if (bytes.length === 0) throw new Refusal('这个文件是空的（0 字节） → 找原件重新复制一份');
  if (bytes.length > MOST_BYTES) throw new Refusal('这个文件超过 60 MB，太大了 → 把里面的大图片压缩以后再导入');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal(oldFormat(bytes));
  if (startsWith(bytes, 0x50, 0x4b)) return openPackage(bytes);
  const other = otherFormat(bytes);
  if (other !== undefined) throw new Refusal(other);
  return { kind: 'txt', bytes };
}

/** The container of Office before 2007, which also wraps encrypted new files. */
function oldFormat(bytes: Uint8Array): string {
  const has = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage'))
    return '这个文件加了打开密码 → 用 Word 或 WPS 打开，在“文件 → 信息 → 保护文档”里去掉密码，保存后再导入';
  if (has('Workbook')) return '这是旧版的表格文件，不是文档 → 把要发布的内容复制到 Word 里，存成 .docx 再导入';
  if (has('PowerPoint Document')) return '这是旧版的演示文稿，不是文档 → 把要发布的文字复制到 Word 里，存成 .docx 再导入';
  return `这是旧版的 .doc 或 .wps 文件，只改扩展名没有用 → ${AS_DOCX}`;
}

function openPackage(bytes: Uint8Array): OpenedFile {
  const parts = new OfficePackage(bytes);
  const main = parts.mainPart();
  if (main !== undefined && parts.has(main) && parts.xml(main)?.name === 'w:document') return { kind: 'docx', parts };
  if (parts.has('xl/workbook.xml'))
    throw new Refusal('这是 Excel 表格，不是文档 → 把要发布的内容复制到 Word 里，存成 .docx 再导入');
  if (parts.has('ppt/presentation.xml'))
    throw new Refusal('这是演示文稿，不是文档 → 把要发布的文字复制到 Word 里，存成 .docx 再导入');
  if (parts.has('content.xml')) throw new Refusal(`这是 OpenDocument 文件（.odt） → ${AS_DOCX}`);
  if (parts.has('OFD.xml')) throw new Refusal('这是 OFD 版式文件 → 找它的 Word 原稿来导入；OFD 本身可以作为附件放在文章旁边');
  throw new Refusal('这是一个压缩包，里面不是 Word 文档 → 先解压，再导入里面的 .docx');
}

function otherFormat(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 400);
  if (head.startsWith('%PDF')) return '这是 PDF 文件 → 找它的 Word 原稿来导入；PDF 本身可以作为附件放在文章旁边';
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF|II\*\0|MM\0\*)/.test(head) || head.slice(4, 8) === 'ftyp')
    return '这是图片或影音，不是文档 → 文字请录入 Word 存成 .docx 再导入，图片放在文章旁边';
  if (head.startsWith('{\\rtf')) return `这是 RTF 文件，只改扩展名没有用 → ${AS_DOCX}`;
  const { text, encoding } = readText(bytes.subarray(0, 4000));
  const start = (encoding === 'binary' ? head : text).trimStart().toLowerCase();
  if (
    start.startsWith('mime-version:') ||
    /^(<!doctype html|<html|<head|<meta|<body)/.test(start) ||
    (start.startsWith('<?xml') && start.includes('<html'))
  )
    return `这是网页，扩展名改成了文档的样子 → ${AS_DOCX}`;
  if (start.startsWith('<?xml') && /<(w:worddocument|pkg:package)/.test(start)) return `这是 Word 的 XML 文件 → ${AS_DOCX}`;
  return undefined;
}
