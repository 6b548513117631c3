import { describe, expect, it } from 'vitest'
import { paletteGroups, type PaletteSource } from './palette-groups.ts'

const connection = (id: string, name: string) => ({
  id,
  name,
  role: 'admin' as const,
  kind: 'aws' as const,
  regions: ['us-east-1'],
  readOnly: false,
  label: null,
  color: null,
  readsIam: false,
  readsUserPools: false,
  cli: { endpoint: null, profile: null, ownCredentials: false },
})
const prod = connection('prod', 'Production')
const test = connection('test', 'Test')
const pool = (name: string, end: string) => ({
  poolId: `us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f8${end}`,
  name,
  region: 'us-east-1',
})
const pools = [pool('old orders', '01'), pool('orders', '02'), pool('kiosk', '03')]

const groupsFor = (query: string, source: Partial<PaletteSource> = {}) =>
  paletteGroups({
    query,
    connection: prod,
    connections: [prod, test],
    pools,
    reading: [],
    recent: { pools: [], people: [] },
    inView: [],
    ...source,
  })

const offered = (query: string, source: Partial<PaletteSource> = {}) =>
  groupsFor(query, source).map(({ value, items }) => `${value}: ${items.map(({ label }) => label).join(', ')}`)

describe('the command palette', () => {
  it('offers pools, pages, other connections and themes before anything is typed', () => {
    expect(offered('')).toEqual([
      'Identity pools: old orders, orders, kiosk',
      'Pages: Pools, Find a person, Findings, Jobs, Create pool, Import a pool, Compare pools, Audit log',
      'Connections: Switch to Test',
      'Theme: Use the system theme, Use the light theme, Use the dark theme',
    ])
  })

  it('puts what begins with the query first', () => {
    expect(offered('Orders')).toEqual(['Identity pools: orders, old orders', 'People: Find the user'])
  })

  it('wants every word, in any order, in the name or the id', () => {
    expect(offered('old f801')).toEqual(['Identity pools: old orders', 'People: Choose what is meant in this text'])
    expect(offered('old kiosk')).toEqual(['People: Find the user'])
  })

  it('offers to go to an identity as soon as the query is a whole id', () => {
    const id = 'us-east-1:aaaaaaaa-5f60-4718-92a3-b4c5d6e7f809'
    const [group] = groupsFor(` ${id} `)
    expect(group?.items[0]).toMatchObject({ label: 'Go to identity', does: { href: `/prod/identities/${id}` } })
    expect(offered('us-east-1:')).not.toContain('Identity: Go to identity')
  })

  it('puts a pool before everything when the pasted ID is its own', () => {
    const { poolId = '' } = pools[1] ?? {}
    for (const text of [
      poolId,
      `"${poolId}",`,
      `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${poolId}`,
    ])
      expect(offered(text)).toEqual(['Identity pools: orders'])
  })

  it('offers to find a person whatever else is called that', () => {
    expect(offered('member-10001')).toEqual(['People: Find the user'])
    expect(offered('orders@example.com')).toEqual(['People: Find the user'])
    expect(offered('Anna Maria Schmidt')).toEqual(['People: Find the user'])
    expect(offered('orders')).toEqual(['Identity pools: orders, old orders', 'People: Find the user'])
    expect(offered('4718')).toEqual(['People: Find the user', 'Identity pools: old orders, orders, kiosk'])
    expect(offered('us-east-1:4728cf75')).toEqual(['People: Find this beginning of an ID'])
    expect(offered('member-10001', { connection: null })).toEqual([])
  })

  it('offers the users whom a text names beside its IDs', () => {
    const id = 'us-east-1:aaaaaaaa-5f60-4718-92a3-b4c5d6e7f809'
    expect(offered(`user=jane-48213 identity=${id}`)).toEqual([
      'Identity: Go to identity',
      'People: Choose among 2 things in this text',
    ])
    expect(offered("user 'jane-48213' has no data")).toEqual(['People: Find the user'])
  })

  it('never offers to find somebody by a token', () => {
    const token = `eyJhbGciOiJub25lIn0.${'b'.repeat(30)}.c`
    for (const text of [token, `{"id_token":"${token}"}`, `eyJ${'a'.repeat(30)}.${'b'.repeat(30)}.c`])
      expect(offered(text)).toEqual(['People: Read this token'])
  })

  it('shows few pools unasked and at most twenty in answer', () => {
    const many = Array.from({ length: 40 }, (_, index) => pool(`pool ${index}`, String(10 + index)))
    const shown = (query: string) => groupsFor(query, { pools: many })[0]?.items.length
    expect([shown(''), shown('pool')]).toEqual([6, 20])
  })

  it('offers only connections and themes where the address names no connection', () => {
    expect(offered('', { connection: null })).toEqual([
      'Connections: Switch to Production, Switch to Test',
      'Theme: Use the system theme, Use the light theme, Use the dark theme',
    ])
  })

  it("searches an ID of a Region that is not read yet, since it may be a pool's", () => {
    const id = 'us-east-1:aaaaaaaa-5f60-4718-92a3-b4c5d6e7f809'
    expect(offered(id, { reading: ['us-east-1'] })).toEqual(['People: Find the ID', 'Identity: Go to identity'])
    expect(offered(id, { reading: ['eu-west-1'] })).toEqual(['Identity: Go to identity'])
  })

  it('finds nearly what was typed only where nothing is called that', () => {
    expect(offered('ordres')).toEqual(['Identity pools: old orders, orders', 'People: Find the user'])
    expect(offered('koisk')).toEqual(['Identity pools: kiosk', 'People: Find the user'])
    expect(offered('finidngs')).toEqual(['Pages: Findings', 'People: Find the user'])
  })

  it('goes to a page of any pool', () => {
    expect(offered('kiosk roles')).toEqual(['Pages of pools: kiosk: Roles', 'People: Find the user'])
    expect(offered('dev ident kiosk')).toEqual(['Pages of pools: kiosk: Developer identities', 'People: Find the user'])
    expect(offered('koisk tags')).toEqual(['Pages of pools: kiosk: Tags', 'People: Find the user'])
    expect(offered('kiosk r')).toEqual(['People: Find the user'])
  })

  it('knows what the page in view can do, and whether the person may', () => {
    const ref = { connectionId: 'prod', poolId: pools[1]?.poolId ?? '' }
    const remove = { words: 'Delete pool…', run: () => undefined }
    const inView = [{ title: 'This pool', commands: [remove], pool: { ref, name: 'orders' } }]
    expect(offered('roles', { inView })).toEqual(['This pool: Roles', 'People: Find the user'])
    expect(offered('delete', { inView })).toEqual(['This pool: Delete pool…', 'People: Find the user'])
    const refused = [{ title: 'This pool', commands: [{ ...remove, denied: 'Read-only' }] }]
    expect(offered('delete', { inView: refused })).toEqual(['People: Find the user'])
    expect(offered('', { inView })[0]).toBe(
      'This pool: Overview, Access, Roles, Identities, Developer identities, Access test, Tags, Code, History, Explore, Reach, ' +
        'Compare with another pool, Clone pool, Look up or merge a list, Copy pool ID, Copy pool ARN, Delete pool…',
    )
  })

  it('begins with what was open lately, but not what is open or gone', () => {
    const [old, orders] = pools
    if (!old || !orders) throw new Error('pools')
    const gone = { poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f899', name: 'gone' }
    const ada = { identityId: 'us-east-1:aaaaaaaa-5f60-4718-92a3-b4c5d6e7f809', poolId: null, user: 'ada' }
    const recent = { pools: [orders, gone, old], people: [ada] }
    const inView = [{ title: 'This pool', commands: [], pool: { ref: { connectionId: 'prod', ...orders }, name: '' } }]
    expect(offered('', { recent, inView })[0]).toBe('Opened lately: old orders, ada')
    expect(offered('', { recent, reading: ['us-east-1'] })[0]).toBe('Opened lately: orders, gone, old orders, ada')
    expect(offered('ada', { recent })).toEqual(['Opened lately: ada', 'People: Find the user'])
  })
})
