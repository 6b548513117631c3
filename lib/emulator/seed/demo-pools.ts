import type { Login } from '../state/logins.ts'
import { below, type Random } from '../state/random.ts'
import type { RoleMappings } from '../state/shapes.ts'
import { legacyPeople } from './legacy-people.ts'
import type { Person, SeedPool } from './seed-pool.ts'

const GOOGLE = 'accounts.google.com'
const FACEBOOK = 'graph.facebook.com'
const APPLE = 'appleid.apple.com'

/** The pools of the demonstration, their people made as they are read. */
export function demoPools(account: string, random: Random): SeedPool[] {
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
  const roles = (name: string) => ({ authenticated: role(`${name}User`), unauthenticated: role(`${name}Guest`) })
  const crowd = (guests: number, users: number, disabled: number, kinds: readonly (readonly string[])[]) => ({
    count: guests + users + disabled,
    people: mix(random, { guests, users, disabled, kinds }),
  })
  const okta = `arn:aws:iam::${account}:saml-provider/NorthwindOkta`
  const mobileProviders = {
    [GOOGLE]: '730318457201-trailhead.apps.googleusercontent.com',
    [APPLE]: 'com.example.trailhead',
    [FACEBOOK]: '7301998317402',
  }
  const webUsers = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Nw7Rk2pQa'
  const surveyUsers = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Fs3Tq9vLx'
  return [
    {
      region: 'us-east-1',
      settings: {
        name: 'Trailhead Mobile',
        allowGuests: true,
        loginProviders: mobileProviders,
        tags: { application: 'trailhead', environment: 'production', team: 'mobile' },
        roles: roles('TrailheadMobile'),
      },
      ...crowd(3600, 520, 80, [[GOOGLE], [APPLE], [FACEBOOK], [GOOGLE, APPLE]]),
    },
    {
      region: 'us-east-1',
      settings: {
        name: 'Northwind Web',
        loginProviders: { [GOOGLE]: '552090871633-northwind.apps.googleusercontent.com' },
        userPools: [
          { ProviderName: webUsers, ClientId: '4n7webclient2k9s8d1example', ServerSideTokenCheck: true },
          { ProviderName: webUsers, ClientId: '6h3adminclient5p0q7example', ServerSideTokenCheck: true },
        ],
        samlArns: [okta],
        tags: { application: 'northwind', environment: 'production', team: 'web', 'cost-center': '4711' },
        roles: { authenticated: role('NorthwindUser') },
        roleMappings: webMappings(role, webUsers, okta),
      },
      principalTags: [
        { provider: webUsers, tags: { department: 'custom:department', username: 'cognito:username' } },
        { provider: okta, tags: { department: 'department' } },
      ],
      ...crowd(0, 900, 25, [[webUsers], [webUsers], [webUsers, GOOGLE], [okta]]),
    },
    {
      region: 'us-east-1',
      settings: {
        name: 'Legacy Member Portal',
        developerProvider: 'login.members.example',
        loginProviders: { [GOOGLE]: '220917340056-members.apps.googleusercontent.com' },
        tags: { application: 'member-portal', environment: 'production', lifecycle: 'sunset' },
        roles: roles('MemberPortal'),
      },
      ...legacyPeople('login.members.example', random),
    },
    {
      region: 'us-east-1',
      settings: {
        name: 'Field Survey Prototype',
        allowGuests: true,
        classicFlow: null,
        loginProviders: {
          'api.twitter.com': 'xvz1evFS4wEEPTGEFPHBog;DemoOnlyNotARealConsumerSecret0000000000000',
          'www.digits.com': 'dG9vLW9sZC10by1iZS10cnVl',
        },
        userPools: [{ ProviderName: surveyUsers, ClientId: '1s2urveyclient8r4t6example', ServerSideTokenCheck: false }],
        roles: { authenticated: role('FieldSurveyEveryone'), unauthenticated: role('FieldSurveyEveryone') },
        roleMappings: surveyMappings(role, surveyUsers),
      },
      ...crowd(240, 60, 0, [[surveyUsers], ['api.twitter.com'], [surveyUsers], ['login.survey.example']]),
    },
    {
      region: 'eu-west-1',
      settings: {
        name: 'Trailhead Mobile EU',
        allowGuests: true,
        loginProviders: mobileProviders,
        tags: { application: 'trailhead', environment: 'production', team: 'mobile' },
        roles: roles('TrailheadMobileEU'),
      },
      ...crowd(1250, 210, 40, [[GOOGLE], [APPLE], [FACEBOOK]]),
    },
    {
      region: 'eu-west-1',
      settings: {
        name: 'Partner Access',
        oidcArns: [`arn:aws:iam::${account}:oidc-provider/id.partners.example`],
        tags: { application: 'partners', environment: 'production' },
        roles: { authenticated: role('PartnerReader') },
      },
      ...crowd(0, 64, 3, [['id.partners.example']]),
    },
    {
      region: 'eu-west-1',
      settings: { name: 'Sandbox', allowGuests: true, classicFlow: true, tags: { environment: 'development' } },
      ...crowd(12, 0, 0, []),
    },
  ]
}

interface Crowd {
  guests: number
  users: number
  disabled: number
  kinds: readonly (readonly string[])[]
}

/** People of the three states in an order drawn by lot; the share of each is exact. */
function* mix(random: Random, { guests, users, disabled, kinds }: Crowd): Generator<Person> {
  const left = { guests, users, disabled }
  for (let total = guests + users + disabled; total > 0; total--) {
    const lot = below(random, total)
    const state = lot < left.guests ? 'guests' : lot < left.guests + left.users ? 'users' : 'disabled'
    left[state]--
    const kind = kinds[below(random, kinds.length)] ?? []
    yield { logins: state === 'users' ? kind.map((one) => loginAt(one, random)) : [], disabled: state === 'disabled' }
  }
}

function loginAt(provider: string, random: Random): Login {
  const id = random.uuid()
  const digits = BigInt(`0x${id.replaceAll('-', '')}`)
    .toString()
    .padStart(21, '7')
  const subject = /google/.test(provider)
    ? digits.slice(0, 21)
    : /facebook|twitter/.test(provider)
      ? digits.slice(0, 16)
      : id
  return { provider, subject, developer: provider.startsWith('login.') }
}

const equals = (Claim: string, Value: string, RoleARN: string) => ({
  Claim,
  MatchType: 'Equals' as const,
  Value,
  RoleARN,
})

function webMappings(role: (name: string) => string, userPool: string, saml: string): RoleMappings {
  return {
    [`${userPool}:4n7webclient2k9s8d1example`]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' },
    [saml]: {
      Type: 'Rules',
      AmbiguousRoleResolution: 'Deny',
      RulesConfiguration: {
        Rules: [
          equals('department', 'platform', role('NorthwindAdmin')),
          { Claim: 'department', MatchType: 'StartsWith', Value: 'support', RoleARN: role('NorthwindSupport') },
          { Claim: 'employment', MatchType: 'NotEqual', Value: 'contractor', RoleARN: role('NorthwindUser') },
        ],
      },
    },
  }
}

/** Everything that a review should find: more rules than allowed, on a claim that users edit, with a generous default. */
function surveyMappings(role: (name: string) => string, userPool: string): RoleMappings {
  const sites = Array.from({ length: 26 }, (_, site) => `site-${String(site + 1).padStart(2, '0')}`)
  return {
    [`${userPool}:1s2urveyclient8r4t6example`]: {
      Type: 'Rules',
      AmbiguousRoleResolution: 'AuthenticatedRole',
      RulesConfiguration: { Rules: sites.map((site) => equals('custom:team', site, role('FieldSurveyEditor'))) },
    },
  }
}
