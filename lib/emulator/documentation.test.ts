import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { queryOperations } from './iam/query-operations.ts'
import { operations } from './operations/operations.ts'
import { usage } from './options.ts'
import { awsPolicies } from './state/aws-policies.ts'
import { PUBLISHED_QUOTAS } from './state/quotas.ts'
import { userPoolOperations } from './user-pools/user-pool-operations.ts'

const text = readFileSync(new URL('../../docs/emulator.md', import.meta.url), 'utf8')

test('docs/emulator.md has every operation with what the code says of it, and no other', () => {
  const table = text.slice(text.indexOf('| operation | signed |')).split('\n\n')[0]?.split('\n').slice(2)
  const expected = operations.map(({ name, signed, differences }) => {
    const cells = [
      name,
      signed ? 'yes' : 'no',
      PUBLISHED_QUOTAS[name] ?? '–',
      differences.join('<br>') || 'None known.',
    ]
    return `| ${cells.join(' | ')} |`
  })
  expect(table).toEqual(expected)
})

test('docs/emulator.md has every operation of IAM and STS, and no other', () => {
  const table = text.slice(text.indexOf('| of IAM or STS | signed |')).trimEnd().split('\n').slice(2)
  const expected = queryOperations.map(
    ({ name, signed, differences }) =>
      `| ${name} | ${signed ? 'yes' : 'no'} | ${differences.join('<br>') || 'None known.'} |`,
  )
  expect(table).toEqual(expected)
})

test('docs/emulator.md has every operation of user pools, and no other', () => {
  const table = text.slice(text.indexOf('| of user pools | signed |')).split('\n\n')[0]?.split('\n').slice(2)
  const expected = userPoolOperations.map(
    ({ name, signed, differences }) => `| ${name} | ${signed ? 'yes' : 'no'} | ${differences.join('<br>')} |`,
  )
  expect(table).toEqual(expected)
})

test('docs/emulator.md names the policies of AWS that can be attached, and no other', () => {
  const [, named = ''] = /Some policies of AWS itself can be attached: ([^.]*)\./.exec(text) ?? []
  expect(named.split(/, | and /)).toEqual([...awsPolicies.values()].map(({ name }) => name))
})

test('docs/emulator.md and the usage name the same options', () => {
  const named = (part: string) => [...new Set(part.match(/--[a-z][a-z-]+/g))].toSorted()
  const options = text.slice(text.indexOf('## Options'), text.indexOf('## Control'))
  expect(named(options).filter((name) => name !== '--help')).toEqual(named(usage))
})
