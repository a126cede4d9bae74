import { readFileSync } from 'node:fs';
import { isRecording, recordingFacts, withoutTags } from '../documents/recording.ts';
import { replaceFile } from '../lib/replace-file.ts';
import type { Cleaned } from './clean-photos.ts';

/**
 * Takes the tags out of a recording, in place; its sound stays byte for byte. Undefined where they say nothing of a person. Throws where the
 * file is no recording; it is then as it was.
 */
export function cleanRecording(path: string): Cleaned | undefined {
  const bytes = readFileSync(path);
  if (!isRecording(bytes)) throw new Error('no recording');
  const { recorded } = recordingFacts(bytes);
  if (recorded.length === 0) return undefined;
  const cleaned = withoutTags(bytes);
  replaceFile(path, cleaned);
  return { before: bytes.length, after: cleaned.length, removed: recorded };
}
