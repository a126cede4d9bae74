import { expect, it } from 'vitest';
import { registerOfPersons } from './people.ts';
import { branchEntry } from './testing/content.ts';

const member = (name: string, left?: string) => ({
  role: '书记' as const,
  name,
  since: '2021-01-01',
  ...(left === undefined ? {} : { left }),
});

it('lists everybody once with every post, and takes for gone only who holds none any more', () => {
  const branches = [
    branchEntry('a', [], { committee: [member('甲甲', '2025-01-01'), member('乙乙', '2025-03-01')] }),
    branchEntry('b', [], { committee: [member('甲甲')] }),
  ];
  const register = registerOfPersons({ branches }, [
    { name: '乙乙', post: '网格员', left: '2025-06-01' },
    { name: '丙丙', post: '网格员' },
  ]);
  expect(register.map(({ name, left, posts }) => [name, left, posts.map(({ post }) => post)])).toEqual([
    ['甲甲', undefined, ['a书记', 'b书记']],
    ['乙乙', '2025-06-01', ['a书记', '网格员']],
    ['丙丙', undefined, ['网格员']],
  ]);
});
