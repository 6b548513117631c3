import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { facts } from './import-facts.ts'

type Pool = Record<string, unknown> & { notes?: []; note_has?: string[] }
type Expected = {
  why?: string
  pools?: Pool[]
  count?: number
  distinct_keys?: true
  problem_has?: string[]
  never?: string
  or?: Expected[]
}

const folder = fileURLToPath(new URL('../lib/import/cases/', import.meta.url))
const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, Expected>
const cases = Object.entries(expected)

test('every case has its text, and every text its case', () => {
  const texts = globSync('[0-9]*', { cwd: folder })
  expect(texts.toSorted()).toEqual(cases.map(([name]) => name).toSorted())
})

const factsOf = ({ notes: _, note_has: __, ...rest }: Pool) => rest

async function differences(want: Expected, text: string): Promise<string[]> {
  const found = await facts(text)
  const said: string[] = []
  const hold = (isTrue: boolean, sentence: string) => {
    if (!isTrue) said.push(sentence)
  }
  if (want.problem_has) hold(!found.ok, 'is read')
  for (const word of want.problem_has ?? []) hold(!found.ok && found.problem.includes(word), `does not say ${word}`)
  const pools = found.ok ? found.pools : []
  if (want.count !== undefined) hold(pools.length === want.count, `${pools.length} pools`)
  if (want.pools) hold(pools.length === want.pools.length, found.ok ? `${pools.length} pools` : found.problem)
  for (const [index, one] of (want.pools ?? []).entries()) {
    const pool = pools[index]
    if (!pool) continue
    expect(pool.facts).toMatchObject(factsOf(one))
    hold(one.notes === undefined || pool.notes.length === 0, `notes: ${pool.notes.join(' ')}`)
    for (const word of one.note_has ?? [])
      hold(
        pool.notes.some((note) => note.includes(word)),
        `no note says ${word}`,
      )
  }
  if (want.distinct_keys) hold(new Set(pools.map(({ key }) => key)).size === pools.length, 'two pools have one key')
  if (want.never) hold(!JSON.stringify(pools).includes(want.never), `${want.never} stands in a pool`)
  return said
}

describe('a text is read as it is meant', () => {
  test.each(cases)('%s', async (name, { or, ...want }) => {
    const text = readFileSync(`${folder}${name}`, 'utf8')
    const ways = await Promise.all((or ?? [want]).map((way) => differences(way, text)))
    expect(ways.some((way) => way.length === 0) ? [] : ways).toEqual([])
  })
})
