import { chineseDay } from '../../lib/dates.ts';
import type { BodyView, PictureView } from '../../queries/views/body.ts';
import type { NewsText } from '../../queries/views/news.ts';
import type { Link } from '../../queries/views/page.ts';
import type { Block } from '../../schemas/blocks.ts';
import { escapeText } from './feed.ts';

/** The published file of a picture. */
export type Pictures = Map<PictureView['image'], { src: string; width: number; height: number }>;

export const paragraph = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<p>${escapeText(text)}</p>`;

export const anchor = ({ href, text }: Link): string => `<a href="${escapeText(href)}">${escapeText(text)}</a>`;

/** A heading with what belongs below it; nothing where that is empty. */
export const part = (title: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : `<h2>${title}</h2><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`;

function pictureHtml({ image, alt, caption, credit }: PictureView, pictures: Pictures): string {
  const file = pictures.get(image);
  if (file === undefined) throw new Error(`no file was made of a picture: ${alt}`);
  const note = [caption, credit].filter((text) => text !== undefined && text !== '').join('　');
  const img = `<img src="${escapeText(file.src)}" alt="${escapeText(alt)}" width="${file.width}" height="${file.height}">`;
  return `<figure>${img}${note === '' ? '' : `<figcaption>${escapeText(note)}</figcaption>`}</figure>`;
}

/** A body with the author's components as plain HTML; its addresses are still those of the site's pages. */
export function bodyHtml(body: BodyView, pictures: Pictures, blocks: readonly Block[] = body.blocks): string {
  return blocks
    .map((block): string => {
      if (typeof block === 'string') return block;
      if ('image' in block) {
        const image = body.images[block.image];
        return image === undefined ? '' : pictureHtml({ ...block, image, credit: undefined }, pictures);
      }
      const inner = bodyHtml(body, pictures, block.children);
      const { title, report = '', id = '' } = block.attributes;
      switch (block.component) {
        case 'Figure': {
          const figure = body.figures[`${report}/${id}`];
          return figure === undefined ? '' : anchor(figure);
        }
        case 'Note':
          return `<blockquote>${title === undefined ? '' : `<p><strong>${escapeText(title)}</strong></p>`}${inner}</blockquote>`;
        case 'Plain':
          return inner;
      }
    })
    .join('');
}

/**
 * What a 公示 says away from the site: when, who, where to object. Its text names persons, and a reader program keeps what it
 * has once fetched, so the text is only on the page, which loses it when the period is over.
 */
function noticeHtml(notice: NonNullable<NewsText['notice']>): string {
  const { kind, from, until, by, phone, address, result, ended } = notice;
  const place = address === undefined ? '' : `，或到${address}反映`;
  return [
    paragraph(`${kind}公示，公示单位：${by}。公示期：${chineseDay(from)}至${chineseDay(until)}。`),
    ended
      ? paragraph(`公示期已满，公示内容不再显示。${result ?? ''}`)
      : paragraph(`有意见请打电话：${phone}${place}。公示内容请到网页上看，期满后就不再显示。`),
  ].join('');
}

function decisionHtml(decision: NonNullable<NewsText['decision']>): string {
  const { matter, steps, result } = decision;
  return `<h2>四议两公开</h2>${paragraph(`议决事项：${matter}`)}<ol>${steps
    .map(({ name, on, text }) => `<li>${escapeText(`${name}（${chineseDay(on)}）：${text}`)}</li>`)
    .join('')}</ol>${paragraph(result && `实施结果（${chineseDay(result.on)}）：${result.text}`)}`;
}

function documentHtml({ issuer, number, repealed }: NonNullable<NewsText['document']>): string {
  const successor = repealed?.successor && `<p>现行文件：${anchor(repealed.successor)}</p>`;
  return `${paragraph(`${issuer}\u3000${number}`)}${paragraph(repealed && `本文件已废止，废止日期：${chineseDay(repealed.on)}。`)}${successor ?? ''}`;
}

/** An article as HTML that says what its page says; its addresses are still those of the site's pages. */
export function articleHtml(text: NewsText, pictures: Pictures): string {
  if (text.notice !== undefined) return noticeHtml(text.notice);
  const changes = part(
    '更正说明',
    text.changes.map(({ on, what }) => escapeText(`${chineseDay(on)}：${what}`)),
  );
  return [
    text.document && documentHtml(text.document),
    text.cover && pictureHtml(text.cover, pictures),
    text.body && bodyHtml(text.body, pictures),
    ...text.photos.map((photo) => pictureHtml(photo, pictures)),
    text.decision && decisionHtml(text.decision),
    part(
      '附件',
      text.attachments.map(({ href, title, kind }) => anchor({ href, text: `${title}（${kind}）` })),
    ),
    changes,
  ]
    .map((piece) => piece ?? '')
    .join('');
}
