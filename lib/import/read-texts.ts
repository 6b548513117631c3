import { offeredPools } from './described/offered-pools.ts'
import { ROLES_OF_ANOTHER } from './pool-elsewhere.ts'
import { readPools } from './read-pools.ts'
import type { FoundPool, ReadPools } from './read-pools-result.ts'
import type { Answers } from './told/told.ts'

/** A text with the name of its file; one that was typed has none. */
export type NamedText = { name: string; text: string }

const isHcl = (name: string): boolean => /\.(?:tf|tfvars|hcl)$/.test(name)

/** What several files describe together: those of Terraform are one configuration, and what any says answers the others. */
export async function readTexts(texts: readonly NamedText[]): Promise<ReadPools> {
  const hcl = texts.filter(({ name }) => isHcl(name))
  const together =
    hcl.length > 0
      ? [{ name: hcl.map(({ name }) => name).join(', '), text: hcl.map(({ text }) => text).join('\n') }]
      : []
  const each = [...together, ...texts.filter(({ name }) => !isHcl(name))].filter(({ text }) => text.trim() !== '')
  const [only, ...more] = each
  if (more.length === 0) return readPools(only?.text ?? '')
  const readBy = (given: Answers) =>
    Promise.all(each.map(async ({ name, text }) => ({ name, result: await readPools(text, given) })))
  const first = await readBy({})
  const said: Answers = Object.assign({}, ...first.map(({ result }) => result.said ?? {})) as Answers
  // What is made may hang on what the other files say.
  const read = Object.keys(said).length > 0 ? await readBy(said) : first
  const found = read.flatMap(({ result }) => (result.ok ? [result] : []))
  const [failed] = read.flatMap(({ name, result }) => (result.ok ? [] : [`${name || 'The text'}: ${result.problem}`]))
  if (found.length === 0) return { ok: false, problem: failed ?? '', said }
  const lost = read.flatMap(({ name, result }) =>
    !result.ok && result.problem.includes(ROLES_OF_ANOTHER)
      ? [`${name || 'The text'} has roles or principal tags of a pool that is not in it, so they were left out.`]
      : [],
  )
  return {
    ok: true,
    source: [...new Set(found.map(({ source }) => source))].join(' and '),
    pools: distinct(offeredPools(found.flatMap(({ pools }) => pools))).map((pool) => ({
      ...pool,
      notes: [...pool.notes, ...lost],
    })),
    said,
  }
}

/** Keys of several texts with a number behind one that was there before. */
function distinct(pools: readonly FoundPool[]): FoundPool[] {
  const seen = new Set<string>()
  return pools.map((pool) => {
    let key = pool.key
    for (let count = 2; seen.has(key); count += 1) key = `${pool.key} (${count})`
    seen.add(key)
    return { ...pool, key, label: key === pool.key ? pool.label : `${pool.label} (${key})` }
  })
}
