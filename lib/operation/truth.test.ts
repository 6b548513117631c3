import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { acts } from './acts-for-tests.ts'
import { ownActs } from './own-acts-for-tests.ts'
import { instead, stranger } from './troubled-endpoint-for-tests.ts'
import { moreUnreadable, unreadable, writeTroubles } from './troubles-for-tests.ts'
import { truth, truthOf } from './truth-of-for-tests.ts'
import { troubledConsoleForTests } from './troubled-console-for-tests.ts'

const { endpoint, seenOf } = troubledConsoleForTests()

it('every write action is told of here', () => {
  const written = globSync('lib/**/*actions.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/export const (\w+) = defineAction\(\{[^}]*?effect: 'write'/g)].map(
      ([, name]) => name,
    ),
  )
  expect(new Set(written)).toEqual(new Set([...Object.keys(acts), ...Object.keys(ownActs)]))
})

describe.each(Object.entries(acts))('%s', (_name, act) => {
  it.each(writeTroubles)('whose write is %s', async (_what, trouble, ends) => {
    const seen = await seenOf(act, () => endpoint.plan(act.write, trouble))
    expect(truthOf(seen)).toEqual(truth(ends))
    expect(seen.auditedId).toBe(seen.writes[0]?.requestId ?? null)
  })

  it.each(unreadable)('whose write is answered with %s', async (_what, answer) => {
    const seen = await seenOf(act, () =>
      endpoint.plan(
        act.write,
        instead(() => answer),
      ),
    )
    expect(truthOf(seen)).toEqual(truth('unknown'))
  })

  it('whose write is answered with an object without members', async () => {
    const empty = stranger(200, 'application/x-amz-json-1.1', '{}')
    const seen = await seenOf(act, () =>
      endpoint.plan(
        act.write,
        instead(() => empty),
      ),
    )
    expect(truthOf(seen)).toEqual(truth(act.hasId ? 'unknown' : 'succeeded'))
  })
})

describe.each(Object.entries(acts).filter(([, { hasId }]) => hasId))('%s', (_name, act) => {
  it.each([
    ['empty', ''],
    ['no', 'made'],
  ])('whose write is answered with %s id', async (_what, id) => {
    const body = JSON.stringify({ IdentityPoolId: id, IdentityId: id, Token: '', Credentials: null })
    const seen = await seenOf(act, () =>
      endpoint.plan(
        act.write,
        instead(() => stranger(200, 'application/x-amz-json-1.1', body)),
      ),
    )
    expect(truthOf(seen)).toEqual(truth('unknown'))
  })
})

describe.each(['updateIdentityPool', 'setIdentityPoolRoles'])('%s', (name) => {
  it.each(moreUnreadable)('that the service never got, answered with %s', async (_what, answer) => {
    const act = acts[name]
    if (!act) throw new Error(`There is no act ${name}`)
    const seen = await seenOf(act, () => endpoint.plan(act.write, async () => answer))
    expect(truthOf(seen)).toEqual(truth('unknown'))
  })
})
