import { describe, expect, it } from 'vitest'
import { paletteGroups } from './palette-groups.ts'

const connection = (id: string, name: string) => ({
  id,
  name,
  kind: 'aws' as const,
  regions: ['us-east-1'],
  readOnly: false,
  label: null,
  color: null,
  readsIam: false,
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

const offered = (query: string, source = {}) =>
  paletteGroups({ query, connection: prod, connections: [prod, test], pools, ...source }).map(
    ({ value, items }) => `${value}: ${items.map(({ label }) => label).join(', ')}`,
  )

describe('the command palette', () => {
  it('offers pools, pages, other connections and themes before anything is typed', () => {
    expect(offered('')).toEqual([
      'Identity pools: old orders, orders, kiosk',
      'Pages: Pools, Find a person, Findings, Create pool, Import a pool, Compare pools, Audit log',
      'Connections: Switch to Test',
      'Theme: Use the system theme, Use the light theme, Use the dark theme',
    ])
  })

  it('puts what begins with the query first', () => {
    expect(offered('Orders')).toEqual(['Identity pools: orders, old orders', 'People: Find the user'])
  })

  it('wants every word, in any order, in the name or the id', () => {
    expect(offered('old f801')).toEqual(['Identity pools: old orders', 'People: Find the user'])
    expect(offered('old kiosk')).toEqual(['People: Find the user'])
  })

  it('offers to go to an identity as soon as the query is a whole id', () => {
    const id = 'us-east-1:aaaaaaaa-5f60-4718-92a3-b4c5d6e7f809'
    const [group] = paletteGroups({ query: ` ${id} `, connection: prod, connections: [prod], pools })
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
    const shown = (query: string) =>
      paletteGroups({ query, connection: prod, connections: [prod], pools: many })[0]?.items.length
    expect([shown(''), shown('pool')]).toEqual([6, 20])
  })

  it('offers only connections and themes where the address names no connection', () => {
    expect(offered('', { connection: null })).toEqual([
      'Connections: Switch to Production, Switch to Test',
      'Theme: Use the system theme, Use the light theme, Use the dark theme',
    ])
  })
})
