/** `75%（9/12）`: a percentage never stands without what it is a share of. */
export function percentText(value: number, share: { part: number; whole: number } | undefined): string {
  return `${String(value)}%${share === undefined ? '' : `（${String(share.part)}/${String(share.whole)}）`}`;
}
