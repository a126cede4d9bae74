import { describe, expect, it } from 'vitest';
import { staleness } from '../pictures/lock.ts';
import { terminalPictures } from '../pictures/terminal-pictures.ts';
import { terminalShot } from '../pictures/terminal-shot.ts';

describe('the pictures of the terminal', () => {
  it.concurrent.each(terminalPictures)('$file shows what the command says today', async (picture) => {
    expect(staleness(picture.file, (await terminalShot(picture)).seen)).toBeUndefined();
  });
});
