import { describe, expect, it } from 'vitest'
import { acts, type Act, type Look } from './acts-for-tests.ts'
import { answered } from './troubled-endpoint-for-tests.ts'
import { readTroubles } from './troubles-for-tests.ts'
import { truth, truthOf } from './truth-of-for-tests.ts'
import { troubledConsoleForTests } from './troubled-console-for-tests.ts'

const { endpoint, seenOf } = troubledConsoleForTests()

const looks = (when: Look['when']) =>
  Object.entries(acts).flatMap(([name, act]) =>
    act.looks.filter((look) => look.when === when).map((look) => [name, look.operation, act, look] as const),
  )

const within = (act: Act, { operation, skip = 0 }: Look, trouble = answered) =>
  seenOf(act, () => endpoint.plan(operation, trouble, skip))

describe.each(looks('before'))('%s whose %s before it', (_name, _operation, act, look) => {
  it.each(readTroubles)('%s fails and sends nothing', async (_what, trouble) => {
    const seen = await within(act, look, trouble)
    expect(truthOf(seen)).toEqual(truth('failed', 0))
    expect(seen.auditedId).toBeNull()
  })
})

describe.each(looks('aside'))('%s whose %s beside it', (_name, _operation, act, look) => {
  it.each(readTroubles)('%s succeeds all the same', async (_what, trouble) => {
    const seen = await within(act, look, trouble)
    expect(truthOf(seen)).toEqual(truth('succeeded'))
    expect(seen.auditedId).toBe(seen.writes[0]?.requestId)
  })
})

describe.each(Object.entries(acts))('%s', (_name, act) => {
  it('makes the looks that are told of here, and one write', async () => {
    const { seen } = await within(act, { operation: act.write, when: 'before' })
    const others = new Set(seen.map(({ operation }) => operation).filter((operation) => operation !== act.write))
    expect([...others].toSorted()).toEqual([...new Set(act.looks.map(({ operation }) => operation))].toSorted())
  })
})
