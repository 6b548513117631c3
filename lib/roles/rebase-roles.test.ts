import { describe, expect, it } from 'vitest'
import { clashes } from '../facts/clashes.ts'
import { diffFacts } from '../facts/facts.ts'
import type { RoleMapping, RoleSettings } from './pool-roles.ts'
import { rebaseRoles } from './rebase-roles.ts'
import { roleFacts } from './role-facts.ts'

const GOOGLE = 'accounts.google.com'
const rule = (value: string, role = 'User') => ({
  claim: 'team',
  match: 'Equals' as const,
  value,
  roleArn: `arn:aws:iam::123456789012:role/${role}`,
})
const byRules = (...values: string[]): RoleMapping => ({
  provider: GOOGLE,
  type: 'Rules',
  ambiguous: 'Deny',
  rules: values.map((value) => rule(value)),
})
const base: RoleSettings = { authenticated: 'a', unauthenticated: null, mappings: [byRules('red', 'green', 'blue')] }
const withMapping = (mapping: RoleMapping): RoleSettings => ({ ...base, mappings: [mapping] })

const clashesOf = (mine: RoleSettings, theirs: RoleSettings) =>
  clashes((pick) => diffFacts(roleFacts(theirs), roleFacts(rebaseRoles(base, mine, theirs, pick))))

describe('roles that two people change', () => {
  it('have what each of them changed alone, rule by rule', () => {
    const mine = { ...withMapping(byRules('red', 'green', 'blue', 'mine')), unauthenticated: 'mine' }
    const theirs = {
      ...withMapping({ ...byRules('theirs', 'green', 'blue'), ambiguous: 'AuthenticatedRole' }),
      authenticated: 'theirs',
    }
    expect(rebaseRoles(base, mine, theirs)).toEqual({
      authenticated: 'theirs',
      unauthenticated: 'mine',
      mappings: [{ ...byRules('theirs', 'green', 'blue', 'mine'), ambiguous: 'AuthenticatedRole' }],
    })
    expect(clashesOf(mine, theirs)).toEqual([])
  })

  it('have mappings that only one of them added or removed', () => {
    const other: RoleMapping = { provider: 'graph.facebook.com', type: 'Token', ambiguous: 'Deny', rules: [] }
    const theirs = { ...base, mappings: [...base.mappings, other] }
    expect(rebaseRoles(base, { ...base, mappings: [] }, theirs).mappings).toEqual([other])
  })

  it('name what both changed, with both sides, and take what is picked', () => {
    const mine = { ...withMapping(byRules('red', 'mine', 'blue')), authenticated: 'mine' }
    const theirs = { ...withMapping(byRules('red', 'theirs', 'blue')), authenticated: 'theirs' }
    const found = clashesOf(mine, theirs)
    expect(
      found.map(({ differences }) => differences.map(({ label, before, after }) => [label, before, after])),
    ).toEqual([
      [['Authenticated role', 'theirs', 'mine']],
      [['Role of Google, rule 2', expect.stringContaining('Equals theirs'), expect.stringContaining('Equals mine')]],
    ])
    const [role] = found
    const both = rebaseRoles(base, mine, theirs, (unit) => (unit === role?.unit ? 'theirs' : 'mine'))
    expect(both).toEqual({ ...mine, authenticated: 'theirs' })
  })

  it('are asked about where one removes the mapping that the other changes', () => {
    const mine = { ...base, mappings: [] }
    const theirs = withMapping(byRules('red'))
    expect(clashesOf(mine, theirs)).toHaveLength(1)
    expect(rebaseRoles(base, mine, theirs, () => 'theirs')).toEqual(theirs)
    expect(rebaseRoles(base, mine, theirs, () => 'mine')).toEqual(mine)
  })
})
