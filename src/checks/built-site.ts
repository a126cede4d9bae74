import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { personalMetadata } from '../documents/photo.ts';
import { findPersonalData } from '../lib/personal-data.ts';
import { mobileSeverity } from './content/personal-data.ts';
import { exceptionsOf } from './exceptions.ts';
import type { GateContext } from './rule.ts';

/** What stands in the finished site and must not. */
export interface BuiltFinding {
  /** From the site's folder. */
  file: string;
  what: string;
  /** Covered: `138******78`. */
  value?: string;
}

const TEXT = /\.(?:html|json|xml|csv|txt|ics|opml|svg|webmanifest|md|pf_fragment|pf_meta|pf_index|pf_filter)$/;
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif)$/;

/** A file's bytes, unpacked where the search index packed them. */
export function plainBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/**
 * Numbers of persons in any text of the site, search index included, and places or names in its pictures: the gate's second look,
 * after the build. What an exception lets pass in its file may stand on the pages made of it, so it is known by its covered form only.
 */
export function scanBuiltSite(folder: string, context: GateContext): BuiltFinding[] {
  const allowed = new Set(
    exceptionsOf(context)
      .filter(({ until }) => until >= context.today)
      .map(({ value }) => value),
  );
  const mobiles = mobileSeverity(context) === 'error';
  return globSync('**/*', { cwd: folder })
    .filter((file) => (TEXT.test(file) || PICTURE.test(file)) && statSync(join(folder, file)).isFile())
    .sort()
    .flatMap((file): BuiltFinding[] => {
      const path = join(folder, file);
      if (PICTURE.test(file)) return personalMetadata(readFileSync(path)).map((what) => ({ file, what: `图片里有${what}` }));
      return findPersonalData(plainBytes(path).toString('utf8'))
        .filter(({ kind, masked }) => !allowed.has(masked) && (mobiles || kind !== '手机号'))
        .map(({ kind, masked }) => ({ file, what: `有一个${kind}`, value: masked }));
    });
}
