import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'

it('docs/checks.md has every check as it is', async () => {
  const text = await readFile(new URL('../../docs/checks.md', import.meta.url), 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(
    allChecks.map(({ id, severity, title, reads, counterparts }) => [
      `\`${id}\``,
      severity,
      title,
      ['pool', ...reads].join(', '),
      counterparts.join('; ') || '–',
    ]),
  )
})
