import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoleMapping, RoleSettings } from '../roles/pool-roles.ts'
import { allChecks } from './all-checks.ts'
import { reportOf } from './report.ts'
import { GUESTS, signInFlow, type SignInFlow } from './sign-in-flow.ts'
import { signInSentences } from './sign-in-sentences.ts'
import { mapping, roleArn, snapshotForTests, USER_POOL } from './snapshot-for-tests.ts'

const { pool } = snapshotForTests()
const WEB = `${USER_POOL}:web`
const roles: RoleSettings = {
  authenticated: roleArn('User'),
  unauthenticated: roleArn('Guest'),
  mappings: [mapping({ ambiguous: 'AuthenticatedRole' })],
}
const finding = (checkId: string, subject: string) => ({ checkId, subject, evidence: '', suppressed: null })
const laneOf = (flow: SignInFlow, key: string) => flow.lanes.find((lane) => lane.key === key)
const idsOf = (found: { checkId: string }[] = []) => found.map(({ checkId }) => checkId)

test('a pool is drawn as ways in, gates and roles', () => {
  const flow = signInFlow({ ...pool, developerProviderName: 'members' }, roles, { findings: [], reach: {} })
  expect(flow.lanes.map(({ title, detail, gate, ways }) => [title, detail, gate.by, ways.map(({ to }) => to)])).toEqual(
    [
      ['Guests', 'Guest access is off', 'closed', [roleArn('Guest')]],
      ['User pool us-east-1_AbCdEf123', 'App client web', 'rules', [roleArn('Admin'), roleArn('User')]],
      ['Google', 'app', 'default', [roleArn('User')]],
      ['id.example.com/tenant', 'OpenID Connect', 'default', [roleArn('User')]],
      ['Okta', 'SAML', 'default', [roleArn('User')]],
      ['members', 'Developer provider', 'default', [roleArn('User')]],
    ],
  )
  expect(flow.roles.map(({ name, detail }) => [name, detail])).toEqual([
    ['Guest', 'Guest role'],
    ['Admin', 'By rules'],
    ['User', 'Authenticated role'],
  ])
  expect(flow.roles.map(({ isDefault }) => isDefault)).toEqual([true, false, true])
})

test('a pool without roles leads nowhere, and one whose roles are not known says so', () => {
  const none = { authenticated: null, unauthenticated: null, mappings: [] }
  const open = { ...pool, allowUnauthenticated: true }
  expect(signInFlow(open, none, { findings: [], reach: {} }).roles.map(({ name }) => name)).toEqual(['No role is set'])
  const unknown = signInFlow(open, null, { findings: [], reach: {} })
  expect(new Set(unknown.lanes.map(({ gate }) => gate.by))).toEqual(new Set(['unknown']))
  expect(unknown.roles).toEqual([])
})

test.each([
  ['guest-access', '', GUESTS, 'in'],
  ['same-role', '', GUESTS, 'out'],
  ['token-check-off', WEB, WEB, 'in'],
  ['ambiguous-role', WEB, WEB, 'out'],
  ['editable-claim', `${WEB} cognito:groups`, WEB, 'out'],
  ['retired-provider', 'accounts.google.com', 'accounts.google.com', 'in'],
] as const)('%s stands on the edge it concerns', (checkId, subject, key, side) => {
  const flow = signInFlow(pool, roles, { findings: [finding(checkId, subject)], reach: {} })
  expect(idsOf(laneOf(flow, key)?.found[side])).toEqual([checkId])
})

test('a finding about a role stands at the role, and one about all of the pool apart', () => {
  const flow = signInFlow(pool, roles, {
    findings: [finding('trust-lacks-aud', roleArn('Admin')), finding('classic-flow-on', '')],
    reach: {},
  })
  expect(idsOf(flow.roles.find(({ name }) => name === 'Admin')?.found)).toEqual(['trust-lacks-aud'])
  expect(idsOf(flow.found)).toEqual(['classic-flow-on'])
})

test('the sentences tell gates, roles in full and what is otherwise', () => {
  const { ways, roles: told } = signInSentences(signInFlow(pool, roles, { findings: [], reach: {} }))
  expect(ways.map(({ text }) => text)).toEqual([
    'Guest access is off. Closed, nobody gets in; the guest role would be Guest.',
    'App client web, tokens checked by the server. 1 rule, otherwise default role → Admin, otherwise User.',
    'app. Default role, the same for all → User.',
    'OpenID Connect. Default role, the same for all → User.',
    'SAML. Default role, the same for all → User.',
  ])
  expect(told.map(({ text }) => text)).toEqual([
    `Guest role: ${roleArn('Guest')}`,
    `By rules: ${roleArn('Admin')}`,
    `Authenticated role: ${roleArn('User')}`,
  ])
})

const arn = fc.constantFrom('A', 'B', 'C', 'path/A').map(roleArn)
const provider = fc.constantFrom(
  WEB,
  'accounts.google.com',
  'www.digits.com',
  'arn:aws:iam::123456789012:saml-provider/Okta',
)
const rule = fc.record({
  claim: fc.constantFrom('email', 'team'),
  match: fc.constantFrom('Equals' as const),
  value: fc.string({ minLength: 1, maxLength: 3 }),
  roleArn: arn,
})
const anyMapping: fc.Arbitrary<RoleMapping> = fc
  .record({
    provider,
    type: fc.constantFrom('Token' as const, 'Rules' as const),
    ambiguous: fc.constantFrom('Deny' as const, 'AuthenticatedRole' as const, null),
    rules: fc.array(rule, { maxLength: 30 }),
  })
  .map((one) => (one.type === 'Token' ? { ...one, rules: [] } : one))
const anyRoles: fc.Arbitrary<RoleSettings> = fc.record({
  authenticated: fc.option(arn),
  unauthenticated: fc.option(arn),
  mappings: fc.uniqueArray(anyMapping, { selector: ({ provider }) => provider }),
})
const anyPool = fc
  .record({
    allowUnauthenticated: fc.boolean(),
    classicFlow: fc.constantFrom('on' as const, 'off' as const, 'unset' as const),
    developerProviderName: fc.option(fc.constantFrom('members', 'accounts.google.com')),
    userPools: fc.array(
      fc.record({
        providerName: fc.constant(USER_POOL),
        clientId: fc.constantFrom('web', 'app', 'desk'),
        serverSideTokenCheck: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    loginProviders: fc.dictionary(fc.constantFrom('accounts.google.com', 'www.digits.com', '__proto'), fc.string()),
  })
  .map((changes) => ({ ...pool, ...changes }))

test('every provider, role and finding is there exactly once, drawn and told', () => {
  fc.assert(
    fc.property(anyPool, anyRoles, (one, settings) => {
      const { findings } = reportOf(
        snapshotForTests({ pool: one, roles: settings, logins: { providers: ['elsewhere'] } }),
        new Map(),
      )
      const strange = [...findings, finding('unheard-of', 'nobody'), finding(allChecks.at(-1)?.id ?? '', 'arn:none')]
      const flow = signInFlow(one, settings, { findings: strange, reach: {} })
      const { ways, roles: told, found } = signInSentences(flow)
      const drawn = [...flow.lanes.flatMap((lane) => [...lane.found.in, ...lane.found.out]), ...flow.found]
      const inPicture = [...drawn, ...flow.roles.flatMap((role) => role.found)]
      const inWords = [...[...ways, ...told].flatMap((sentence) => sentence.found), ...found]
      expect(new Set(inPicture)).toEqual(new Set(strange))
      expect(inPicture).toHaveLength(strange.length)
      expect(inWords).toHaveLength(strange.length)
      expect(new Set(inWords)).toEqual(new Set(strange))

      const keys = flow.lanes.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(ways.map(({ key }) => key)).toEqual(keys)
      const mapped = settings.mappings.map((mapping) => mapping.provider)
      expect(keys).toEqual(expect.arrayContaining([...mapped, ...Object.keys(one.loginProviders)]))

      const arns = flow.roles.map((role) => role.key)
      expect(new Set(arns).size).toBe(arns.length)
      expect(told.map(({ key }) => key)).toEqual(arns)
      const used = [
        settings.authenticated,
        settings.unauthenticated,
        ...settings.mappings.flatMap(({ rules }) => rules.map(({ roleArn }) => roleArn)),
      ]
      expect(arns).toEqual(expect.arrayContaining(used.filter((role) => role !== null)))
      expect(flow.lanes.flatMap((lane) => lane.ways).every(({ to }) => arns.includes(to))).toBe(true)
    }),
  )
})
