import { existsSync } from 'node:fs';
import path from 'node:path';

const fontsConf = path.join(import.meta.dirname, 'fonts.conf');
/** Where the test font lies. */
export const fontsFolder = path.join(import.meta.dirname, '../../node_modules/@embedpdf/fonts-sc/fonts');

/** The environment that gives a browser the test font. Without it a bare Linux draws no Chinese at all: every line would be zero wide and every layout test green. */
export function chineseFonts(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  if (!existsSync(fontsFolder))
    throw new Error('缺少测试用中文字体 / the Chinese test font is missing: npm ci (@embedpdf/fonts-sc)');
  return { FONTCONFIG_FILE: fontsConf };
}
