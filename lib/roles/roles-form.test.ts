import { describe, expect, it } from 'vitest'
import type { RoleSettings } from './pool-roles.ts'
import { roleConsequences } from './role-consequences.ts'
import { toRoleSettings, toRolesForm } from './roles-form.ts'
import { rolesFormSchema, type ProviderForm, type RolesForm } from './schema.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const arn = 'arn:aws:iam::123456789012:role/User'
const rule = { claim: 'team', match: 'Equals' as const, value: 'blue', roleArn: arn }

const pool = {
  userPools: ['client1', 'client2'].map((clientId) => ({
    providerName: USER_POOL,
    clientId,
    serverSideTokenCheck: true,
  })),
  loginProviders: { 'accounts.google.com': 'app' },
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
  samlProviderArns: ['arn:aws:iam::123456789012:saml-provider/Okta'],
}
const roles: RoleSettings = {
  authenticated: arn,
  unauthenticated: null,
  mappings: [
    { provider: `${USER_POOL}:client2`, type: 'Token', ambiguous: 'AuthenticatedRole', rules: [] },
    { provider: 'graph.facebook.com', type: 'Rules', ambiguous: 'Deny', rules: [rule, { ...rule, value: 'red' }] },
    { provider: USER_POOL, type: 'Token', ambiguous: null, rules: [] },
  ],
}

const messages = (form: RolesForm) =>
  Object.fromEntries(
    (rolesFormSchema.safeParse(form).error?.issues ?? [])
      .toReversed()
      .map(({ path, message }) => [path.join('.'), message]),
  )
const formOf = (...providers: Partial<ProviderForm>[]): RolesForm => ({
  authenticated: '',
  unauthenticated: '',
  providers: providers.map((one) => ({ provider: 'p', choice: 'rules', ambiguous: 'Deny', rules: [rule], ...one })),
})

describe('the role editor', () => {
  it('shows every provider, user pools by app client, and mappings without a provider last', () => {
    expect(toRolesForm(pool, roles).providers.map(({ provider, choice }) => [provider, choice])).toEqual([
      [`${USER_POOL}:client1`, 'default'],
      [`${USER_POOL}:client2`, 'token'],
      ['accounts.google.com', 'default'],
      ['arn:aws:iam::123456789012:oidc-provider/id.example.com', 'default'],
      ['arn:aws:iam::123456789012:saml-provider/Okta', 'default'],
      ['graph.facebook.com', 'rules'],
      [USER_POOL, 'token'],
    ])
  })

  it('saves back what it was given', () => {
    expect(toRoleSettings(toRolesForm(pool, roles))).toEqual(roles)
  })

  it('complains about nothing in a form without roles, nor about rules that are not used', () => {
    expect(messages(formOf({ choice: 'default', ambiguous: '', rules: [{ ...rule, claim: '' }] }))).toEqual({})
  })

  const twentySix = Array.from({ length: 26 }, () => rule)
  const cases: [string, RolesForm, Record<string, string>][] = [
    [
      'a role that is no ARN',
      { ...formOf(), authenticated: 'User' },
      { authenticated: 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.' },
    ],
    [
      'a user’s ARN',
      { ...formOf(), unauthenticated: 'arn:aws:iam::123456789012:user/Ada' },
      { unauthenticated: 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.' },
    ],
    ['no rule', formOf({ rules: [] }), { 'providers.0.rules': 'Add a rule, or use the default role.' }],
    ['too many rules', formOf({ rules: twentySix }), { 'providers.0.rules': 'A provider has at most 25 rules.' }],
    [
      'nothing for no match',
      formOf({ choice: 'token', ambiguous: '' }),
      { 'providers.0.ambiguous': 'Say what happens when nothing matches.' },
    ],
    [
      'a rule without a claim',
      formOf({ rules: [{ ...rule, claim: '' }] }),
      { 'providers.0.rules.0.claim': 'Name a claim.' },
    ],
    [
      'a claim with a space',
      formOf({ rules: [rule, { ...rule, claim: 'a b' }] }),
      { 'providers.0.rules.1.claim': 'A claim has no spaces or control characters.' },
    ],
    [
      'a long claim',
      formOf({ rules: [{ ...rule, claim: 'x'.repeat(65) }] }),
      { 'providers.0.rules.0.claim': "A claim's name has at most 64 characters." },
    ],
    ['no value', formOf({ rules: [{ ...rule, value: '' }] }), { 'providers.0.rules.0.value': 'Give a value.' }],
    [
      'a long value',
      formOf({ rules: [{ ...rule, value: 'x'.repeat(129) }] }),
      { 'providers.0.rules.0.value': 'A value has at most 128 characters.' },
    ],
    [
      'a rule without a role',
      formOf({ rules: [{ ...rule, roleArn: '' }] }),
      { 'providers.0.rules.0.roleArn': 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.' },
    ],
    [
      'an eleventh provider',
      formOf(...Array.from({ length: 11 }, () => ({}))),
      { 'providers.10.choice': 'A pool has mappings for at most 10 providers.' },
    ],
  ]

  it.each(cases)('complains at its field about %s', (_, form, expected) => {
    expect(messages(form)).toEqual(expected)
  })

  it('says what a change takes away', () => {
    const none = { authenticated: null, unauthenticated: null, mappings: [] }
    expect(roleConsequences({ ...roles, unauthenticated: arn }, none, true)).toEqual([
      'Users who signed in get no credentials where no mapping gives them a role.',
      'Guests get no credentials.',
      'Users of User pool us-east-1_AbCdEf123, app client client2 get the authenticated role.',
      'Users of Facebook get the authenticated role.',
      'Users of User pool us-east-1_AbCdEf123 get the authenticated role.',
    ])
    expect(roleConsequences(none, roles, true)).toEqual([])
  })
})
