import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const inline = (html: string, tag: RegExp): string =>
  [...new Set([...html.matchAll(tag)].map((match) => sha256(match[1] ?? '')))].map((hash) => ` ${hash}`).join('');

/** The Content-Security-Policy of a page: itself, and its own inline scripts and styles by hash. Only the search page may compile WebAssembly. */
export function policyOf(html: string): string {
  const wasm = html.includes('id="search-form"') ? " 'wasm-unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'self'${wasm}${inline(html, /<script>([^]*?)<\/script>/g)}`,
    `style-src 'self'${inline(html, /<style[^>]*>([^]*?)<\/style>/g)}`,
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join(';');
}

/** Puts the policy at the head of a page, in place of one that stands there already. */
export function withPolicy(html: string): string {
  const bare = html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
  return bare.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policyOf(bare)}">`,
  );
}

/** Gives every page of a built site its policy. */
export function writePolicies(folder: string): void {
  for (const file of globSync('**/*.html', { cwd: folder })) {
    const path = join(folder, file);
    writeFileSync(path, withPolicy(readFileSync(path, 'utf8')));
  }
}
