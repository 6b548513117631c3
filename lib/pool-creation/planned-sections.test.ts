import { expect, test } from 'vitest'
import { plannedFacts, startSettings, toMakingPlan } from './new-pool.ts'
import { plannedSections } from './planned-sections.ts'

test('everything that a new pool will be stands once, with the step that says so', () => {
  const arn = 'arn:aws:iam::123456789012:role/User'
  const start = startSettings('us-east-1')
  const settings = {
    ...start,
    name: 'New',
    loginProviders: start.loginProviders.map((one) => ({ ...one, value: 'app' })),
    userPools: [{ providerName: 'us-east-1_AbCdEf123', clientId: 'c', serverSideTokenCheck: true }],
    oidcProviderArns: [{ arn: 'arn:aws:iam::123456789012:oidc-provider/id.example.com' }],
    samlProviderArns: [{ arn: 'arn:aws:iam::123456789012:saml-provider/Okta' }],
    developerProviderName: 'login.me',
    authenticated: arn,
    unauthenticated: arn,
    providers: [
      {
        provider: 'accounts.google.com',
        choice: 'rules' as const,
        ambiguous: 'Deny' as const,
        rules: [{ claim: 'team', match: 'Equals' as const, value: 'blue', roleArn: arn }],
      },
    ],
    principalTags: [{ provider: 'accounts.google.com', before: null, mode: 'defaults' as const, rows: [] }],
    tags: [{ key: 'team', value: 'blue' }],
  }
  const facts = plannedFacts(toMakingPlan('test', settings))
  const sections = plannedSections(facts)
  expect(sections.flatMap((section) => section.facts)).toHaveLength(facts.length)
  expect(sections.map(({ step, facts: { length } }) => [step, length])).toEqual([
    ['Basics', 4],
    ['Login providers', start.loginProviders.length + 5],
    ['Roles', 4],
    ['Tags', 1],
  ])
})
