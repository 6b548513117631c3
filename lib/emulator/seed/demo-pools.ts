import type { Random } from '../state/random.ts'
import { crowd } from './crowd.ts'
import { surveyMappings, webMappings } from './demo-role-mappings.ts'
import { legacyPeople } from './legacy-people.ts'
import type { SeedPool } from './seed-pool.ts'

const GOOGLE = 'accounts.google.com'
const FACEBOOK = 'graph.facebook.com'
const APPLE = 'appleid.apple.com'

/** The pools of the demonstration, their people made as they are read. */
export function demoPools(account: string, random: Random): SeedPool[] {
  const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
  const roles = (name: string) => ({ authenticated: role(`${name}User`), unauthenticated: role(`${name}Guest`) })
  const okta = `arn:aws:iam::${account}:saml-provider/NorthwindOkta`
  const mobile = {
    allowGuests: true,
    loginProviders: {
      [GOOGLE]: '730318457201-trailhead.apps.googleusercontent.com',
      [APPLE]: 'com.example.trailhead',
      [FACEBOOK]: '7301998317402',
    },
    tags: { application: 'trailhead', environment: 'production', team: 'mobile' },
  }
  const webUsers = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Nw7Rk2pQa'
  const surveyUsers = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Fs3Tq9vLx'
  return [
    {
      region: 'us-east-1',
      settings: { ...mobile, name: 'Trailhead Mobile', roles: roles('TrailheadMobile') },
      ...crowd(random, { guests: 3600, users: 520, disabled: 80 }, [[GOOGLE], [APPLE], [FACEBOOK], [GOOGLE, APPLE]]),
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
      ...crowd(random, { guests: 0, users: 900, disabled: 25 }, [[webUsers], [webUsers], [webUsers, GOOGLE], [okta]]),
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
      ...crowd(random, { guests: 240, users: 60, disabled: 0 }, [
        [surveyUsers],
        ['api.twitter.com'],
        [surveyUsers],
        ['login.survey.example'],
      ]),
    },
    {
      region: 'eu-west-1',
      settings: { ...mobile, name: 'Trailhead Mobile EU', roles: roles('TrailheadMobileEU') },
      ...crowd(random, { guests: 1250, users: 210, disabled: 40 }, [[GOOGLE], [APPLE], [FACEBOOK]]),
    },
    {
      region: 'eu-west-1',
      settings: {
        name: 'Partner Access',
        oidcArns: [`arn:aws:iam::${account}:oidc-provider/id.partners.example`],
        tags: { application: 'partners', environment: 'production' },
        roles: { authenticated: role('PartnerReader') },
      },
      ...crowd(random, { guests: 0, users: 64, disabled: 3 }, [['id.partners.example']]),
    },
    {
      region: 'eu-west-1',
      settings: { name: 'Sandbox', allowGuests: true, classicFlow: true, tags: { environment: 'development' } },
      ...crowd(random, { guests: 12, users: 0, disabled: 0 }, []),
    },
  ]
}
