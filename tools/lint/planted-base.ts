import type { Planted } from './planted.ts'

const one = (rule: string, says: string, bad: string, good: string): Planted => {
  const name = rule.replace(/^.*\((.*)\)$/, '$1')
  return {
    rule,
    says,
    bad: { [`lib/core/${name}-bad.ts`]: `${bad}\n` },
    good: { [`lib/core/${name}-good.ts`]: `${good}\n` },
  }
}

/** The rules of oxlint itself that the house style stands on. */
export const base: Planted[] = [
  one(
    'typescript(no-explicit-any)',
    'any',
    'export const read = (value: any) => typeof value',
    'export const read = (value: unknown) => typeof value',
  ),
  one(
    'typescript(no-non-null-assertion)',
    'non-null',
    'export const read = (value: { a?: number }) => value.a!',
    'export const read = (value: { a?: number }) => value.a ?? 0',
  ),
  one(
    'typescript(no-floating-promises)',
    'Promises must be awaited',
    'export const go = (work: () => Promise<void>) => {\n  work()\n}',
    'export const go = async (work: () => Promise<void>) => {\n  await work()\n}',
  ),
  one(
    'typescript(switch-exhaustiveness-check)',
    'not exhaustive',
    "export const say = (side: 'a' | 'b') => {\n  switch (side) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    "export const say = (side: 'a' | 'b') => {\n  switch (side) {\n    case 'a':\n      return 1\n    case 'b':\n      return 2\n  }\n}",
  ),
  one(
    'eslint(no-warning-comments)',
    'todo',
    '// TODO: finish\nexport const later = 1',
    '// Amazon answers in seconds.\nexport const later = 1',
  ),
  one('eslint(no-console)', 'console', "export const say = () => console.log('x')", "export const say = () => 'x'"),
  one('eslint(max-lines)', 'too many lines', `export const a = {${'\n'.repeat(260)}}`, 'export const a = {}'),
]
