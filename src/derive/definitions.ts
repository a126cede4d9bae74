/** Whether two definitions (口径) say the same, marks and blanks aside. */
export const sameDefinition = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (definition: string): string => definition.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
