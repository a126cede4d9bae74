/** Addresses that were ever published, one a line: people keep them on paper, in QR codes and in chats. */
export const URL_LIST = 'tests/site/published-urls.txt';

/** Pages that people keep: not the second page of a list, which moves with every entry, and not the sheets for the notice board. */
export const isLasting = (path: string): boolean => !/\/page\/\d+\/$|\/poster\/$/.test(path);
