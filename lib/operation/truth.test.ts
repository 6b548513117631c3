import { describe, expect, it } from 'vitest'
import { acts } from './acts-for-tests.ts'
import { instead } from './troubled-endpoint-for-tests.ts'
import { unreadable, writeTroubles, type Ending } from './troubles-for-tests.ts'
import { truthForTests } from './truth-for-tests.ts'

const { endpoint, seenOf } = truthForTests()

describe.each(Object.entries(acts))('%s', (_name, act) => {
  it.each(writeTroubles)('whose write is %s', async (_what, trouble, ends) => {
    const seen = await seenOf(act, () => endpoint.plan(act.write, trouble))
    check(seen, ends)
    expect(seen.auditedId).toBe(seen.writes[0]?.requestId ?? null)
  })

  it.each(Object.entries(unreadable))('whose write is answered with %s, done', async (what, answer) => {
    const seen = await seenOf(act, () =>
      endpoint.plan(
        act.write,
        instead(() => answer),
      ),
    )
    check(seen, 'unknown')
  })

  it.each(Object.entries(unreadable))('whose write is answered with %s, not done', async (what, answer) => {
    const seen = await seenOf(act, () => endpoint.plan(act.write, async () => answer))
    check(seen, 'unknown')
  })
})

type Seen = Awaited<ReturnType<typeof seenOf>>

/** One truth: what is told, audited and remembered are the same, and the service holds what that says. */
function check({ told, audited, phases, held, writes, answer, later }: Seen, ends: Ending) {
  expect({ told, audited }).toEqual({ told: ends, audited: ends })
  expect(phases).toEqual(['started', 'outcome'])
  expect(writes).toHaveLength(1)
  if (held !== null) expect(held).toBe(writes[0]?.passed)
  if (held !== null && ends !== 'unknown') expect(held).toBe(ends === 'succeeded')
  if (answer.ok) return
  expect(later).toEqual(answer)
}
