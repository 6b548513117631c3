import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(root, 'docs/reports.md'), 'utf8')
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Report'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))

test('the reports are 57, each prevented, explained or helped, or named as open', () => {
  expect(rows).toHaveLength(57)
  expect(rows.filter(([, , what = '']) => !/^(?:prevents|explains|helps): |^not yet$/.test(what))).toEqual([])
})

test('each report has a test that is there', () => {
  const lost = rows.filter(([, , what, where = '']) => {
    const [, path = '', title = ''] = /^`([^`]+\.(?:test|spec)\.ts)`: (.+?)(?: \|)?$/.exec(where) ?? []
    const isThere =
      path !== '' && existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8').includes(title)
    return what === 'not yet' ? where !== '–' : !isThere
  })
  expect(lost).toEqual([])
})
