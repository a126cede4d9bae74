import type { Inline, PictureSource } from '../document.ts';
import type { OfficePackage, Relationship } from '../../documents/office-package.ts';
import { child, descendants, outermost, type XmlNode } from '../../documents/xml.ts';

export interface PictureContext {
  parts: OfficePackage;
  relationships: Map<string, Relationship>;
  pictures: Map<string, PictureSource>;
}

interface Found {
  pictures: Extract<Inline, { kind: 'picture' }>[];
  /** What is drawn but is no picture. */
  lost?: { what: string; text: string };
}

/** What a program wrote by itself: what a model guessed, where the file lay on the computer (with its user's name), or the file's name. */
const AUTOMATIC = /自动生成|AI ?生成|\\|:\/\/|\.(?:jpe?g|png|gif|bmp|webp|tiff?|emf|wmf|svg)$/i;
/** What programs call a picture that nobody named. */
const NAMES =
  /企业微信|微信|QQ|钉钉|屏幕|网页|捕获|截图|截屏|快照|图片|图像|图形|照片|画板|未命名|未标题|无标题|新建|位图|副本|复制/gi;

/** True for a description that says nothing of the picture: WPS takes the name of the file (`zhuce`, `微信图片_20190601`). */
const isAutomatic = (line: string): boolean => AUTOMATIC.test(line) || !/\p{Script=Han}/u.test(line.replace(NAMES, ''));

function described(node: XmlNode): string {
  const text = descendants(node, 'wp:docPr')[0]?.attributes['descr'] ?? descendants(node, 'v:shape')[0]?.attributes['alt'] ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  return isAutomatic(line) ? '' : line;
}

/** Shares of a picture that are cut off on the page, in thousandths of a percent. */
function cropOf(blip: XmlNode | undefined): PictureSource['crop'] {
  const rectangle = child(blip, 'a:srcRect')?.attributes;
  if (rectangle === undefined) return undefined;
  const share = (side: string): number => Math.min(Math.max(Number(rectangle[side] ?? 0) / 100_000, 0), 1);
  const crop = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') };
  return Object.values(crop).some((side) => side > 0.001) ? crop : undefined;
}

/** The name of a picture that is only linked. WPS writes NULL where a picture of a web page could not be fetched. */
function fileName(target: string): string {
  const name = target.replace(/^.*[\\/]/, '');
  return name === 'NULL' ? '从网页上贴过来的，请找原图放进来' : name;
}

/** The pictures of a drawing, old (VML) or new (DrawingML), and the name of what cannot be shown. */
export function pictureOf(node: XmlNode, { parts, relationships, pictures }: PictureContext): Found {
  const alt = described(node);
  const found: Found = { pictures: [] };
  const add = (id: string | undefined, crop: PictureSource['crop']): void => {
    const target = relationships.get(id ?? '');
    if (target === undefined) return;
    const bytes = parts.bytes(target.target);
    if (target.external || bytes === undefined) {
      found.lost = { what: '没有存在文件里的图片（只是一个链接）', text: alt || fileName(target.target) };
      return;
    }
    const key = `${target.target}${crop === undefined ? '' : `#${Object.values(crop).join(',')}`}`;
    pictures.set(key, { bytes, name: target.target.replace(/^.*\//, ''), ...(crop !== undefined && { crop }) });
    found.pictures.push({ kind: 'picture', picture: key, alt });
  };
  for (const fill of outermost(node, 'pic:blipFill')) {
    const blip = child(fill, 'a:blip');
    add(blip?.attributes['r:embed'] ?? blip?.attributes['r:link'], cropOf(fill));
  }
  for (const image of outermost(node, 'v:imagedata')) add(image.attributes['r:id'] ?? image.attributes['r:href'], undefined);
  const kind = /(chart|diagram)$/.exec(descendants(node, 'a:graphicData')[0]?.attributes['uri'] ?? '')?.[1];
  if (kind !== undefined)
    found.lost = { what: kind === 'chart' ? '图表' : 'SmartArt 图形', text: alt || '请截图后作为图片放进来，并写替代文字' };
  if (node.name === 'w:object' && descendants(node, 'o:OLEObject').length > 0)
    found.lost = { what: '嵌入的对象', text: descendants(node, 'o:OLEObject')[0]?.attributes['ProgID'] ?? '' };
  return found;
}
