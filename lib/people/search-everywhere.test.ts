import { describe, expect, it } from 'vitest'
import { peopleForTests } from '../developer-identities/people-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { verdictCounts, hitsOf, verdictOf, type PeopleSearch } from './people-search.ts'
import { peopleCsv } from './people-csv.ts'
import { readList } from './read-list.ts'
import { searchEverywhere } from './search-everywhere.ts'

const lifeguard = consoleForTests({ world: { quotas: { LookupDeveloperIdentity: 40 } } })
const provider = 'login.test.example'
const TOKEN = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"x"}').toString('base64url')}.`

async function makePool(name: string, developerProviderName = provider, region = 'us-east-1') {
  const made = await createIdentityPool({
    connectionId: 'test',
    region,
    name,
    developerProviderName,
    allowUnauthenticated: true,
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value.poolId
}

async function run(text: string, signal = new AbortController().signal, connectionIds = ['test']) {
  const states: PeopleSearch[] = []
  for await (const state of searchEverywhere(readList(text).terms, { signal, connectionIds })) states.push(state)
  const last = states.at(-1)
  if (!last) throw new Error('a search tells at least how it begins')
  return { states, last }
}

const verdicts = ({ rows }: PeopleSearch) => Object.fromEntries(rows.map((row) => [row.term.label, verdictOf(row)]))

describe('looking people up everywhere', () => {
  it('waits out throttles, says so, and answers everybody', async () => {
    await makePool('Late')
    await makePool('Later')
    const text = Array.from({ length: 60 }, (_, index) => `user-${index}`).join('\n')
    lifeguard.world.faults.add([{ operation: 'LookupDeveloperIdentity', error: 'TooManyRequestsException', count: 2 }])
    const { last, states } = await run(text)
    expect(states.some(({ waitingUntil }) => waitingUntil !== null)).toBe(true)
    expect(verdictCounts(last)).toEqual({ known: 0, notKnown: 60, notAsked: 0, open: 0 })
    expect(last.rows.flatMap(({ notAsked }) => notAsked)).toEqual([])
  })

  it('tells who is known, who is not and who was not asked, each with the place', async () => {
    const [orders, kiosk] = [await makePool('Orders'), await makePool('Kiosk')]
    await makePool('Open', '')
    const { signUp } = peopleForTests(lifeguard.world)
    const ada = await signUp(orders, { [provider]: 'ada' })
    await signUp(kiosk, { [provider]: 'ada' })
    const guest = await signUp(orders, {})
    const bare = ada.slice(ada.indexOf(':') + 1)
    const { last, states } = await run(
      [
        'ada',
        'nobody',
        guest,
        bare,
        orders,
        'us-east-1:1b2c',
        `{"id_token":"${TOKEN}"}`,
        'ap-south-1:00000000-0000-4000-8000-00000000dead',
      ].join('\n'),
    )
    expect(verdicts(last)).toEqual({
      'Token 1': 'not asked',
      ada: 'known',
      nobody: 'not known',
      [guest]: 'known',
      [bare]: 'known',
      [orders]: 'not asked',
      'us-east-1:1b2c': 'not asked',
      'ap-south-1:00000000-0000-4000-8000-00000000dead': 'not asked',
    })
    expect(last.phase).toBe('ended')
    expect(last.notAsked.map(({ place }) => place)).toEqual(['Open in Test'])
    const of = (label: string) => last.rows.find(({ term }) => term.label === label)
    expect(
      of('ada')
        ?.hits.map(({ poolId }) => poolId)
        .toSorted(),
    ).toEqual([kiosk, orders].toSorted())
    expect(of('nobody')?.absentIn.toSorted()).toEqual([
      'Kiosk in Test',
      'Late in Test',
      'Later in Test',
      'Orders in Test',
    ])
    expect(of(orders)?.notAsked).toEqual([
      { place: 'Orders in Test', reason: 'This is the ID of the pool itself, not of an identity.' },
    ])
    expect(of(guest)?.hits).toMatchObject([{ connectionName: 'Test', poolId: null }])
    expect(of(bare)?.hits).toMatchObject([{ identityId: ada, poolId: orders, userIdentifiers: ['ada'] }])
    expect(hitsOf(last)).toHaveLength(3)
    expect(states.length).toBeGreaterThan(10)
    expect(peopleCsv(last)).toContain('Open in Test: It has no developer provider')
    expect(peopleCsv(last)).not.toContain(TOKEN)
  })

  it('takes all values of a line for one person, who is known by any of them', async () => {
    const pool = await makePool('Members')
    const { signUp } = peopleForTests(lifeguard.world)
    const ann = await signUp(pool, { [provider]: 'ann@example.com' })
    const { last } = await run(`userid,email,id\nunknown-7,ann@example.com,${ann}\nunknown-8,bob@example.com,`)
    expect(verdicts(last)).toEqual({
      [`unknown-7, ann@example.com, ${ann}`]: 'known',
      'unknown-8, bob@example.com': 'not known',
    })
    expect(last.rows[0]?.hits).toMatchObject([{ identityId: ann, poolId: pool }])
    expect(last.rows[0]?.absentIn).toContain('Members in Test, as unknown-7')
    expect(last.rows[0]?.absentIn).not.toContain('Members in Test, as ann@example.com')
  })

  it('says who was not asked any more when it is stopped', async () => {
    const stop = new AbortController()
    const text = Array.from({ length: 100 }, (_, index) => `user-${index}`).join('\n')
    let last: PeopleSearch | null = null
    for await (const state of searchEverywhere(readList(text).terms, {
      signal: stop.signal,
      connectionIds: ['test'],
    })) {
      last = state
      if (verdictCounts(state).notKnown > 0) stop.abort()
    }
    expect(last?.phase).toBe('stopped')
    expect(last && verdictCounts(last)).toMatchObject({ open: 0 })
    expect(last?.rows.at(-1)?.notAsked).toEqual([{ place: 'everywhere else', reason: 'The search was stopped.' }])
  })

  it('claims nothing of a connection that does not answer', async () => {
    const { last } = await run('ada', undefined, ['down'])
    expect(verdicts(last)).toEqual({ ada: 'not asked' })
    expect(last.notAsked).toMatchObject([
      { place: 'us-east-1 in Down', reason: expect.stringContaining('did not answer') },
    ])
  })
})
