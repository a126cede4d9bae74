import type { BodyView } from '../../queries/views/body.ts';
import { bodyText } from './body-text.ts';

/** How the page is drawn, not what it says. */
const DRAWING = new Set(['parts', 'headline', 'anchor', 'span', 'file']);
/** Keys of paths on this site. */
const PATHS = new Set(['href', 'src', 'csv', 'records', 'news']);

const isBody = (value: object): value is BodyView => 'blocks' in value && 'figures' in value;
const isPicture = (value: object): value is { alt: string; caption?: string; credit?: string } =>
  'image' in value && 'alt' in value;

/** A part of a view as plain data: full addresses, pictures as their words, bodies as text, nothing that is only for drawing. */
export function plain(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, origin));
  if (typeof value !== 'object' || value === null) return value;
  if (isBody(value)) return bodyText(value);
  if (isPicture(value)) return { alt: value.alt, caption: value.caption, credit: value.credit };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !DRAWING.has(key))
      .map(([key, part]): [string, unknown] => {
        const isPath = PATHS.has(key) && typeof part === 'string';
        return [key === 'href' ? 'url' : key, isPath ? new URL(part, origin).href : plain(part, origin)];
      }),
  );
}

/** The named parts of a view, as {@link plain} gives them. */
export const pick = <V extends object>(view: V, keys: readonly (keyof V & string)[], origin: string): Record<string, unknown> =>
  plain(Object.fromEntries(keys.map((key) => [key, view[key]])), origin) as Record<string, unknown>;
