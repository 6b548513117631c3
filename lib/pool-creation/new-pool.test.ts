import { expect, test } from 'vitest'
import { providersOf, startSettings, toMakingPlan } from './new-pool.ts'

const rule = {
  claim: 'team',
  match: 'Equals' as const,
  value: 'blue',
  roleArn: 'arn:aws:iam::123456789012:role/Blue',
}
const ruled = (provider: string, choice: 'default' | 'rules') => ({
  provider,
  choice,
  ambiguous: 'Deny' as const,
  rules: [rule],
})

test('the roles of a new pool are those of its providers, and of those that were taken away and still have rules', () => {
  const start = startSettings('us-east-1')
  const settings = {
    ...start,
    loginProviders: start.loginProviders.map((one) =>
      one.name === 'accounts.google.com' ? { ...one, value: 'app' } : one,
    ),
    userPools: [{ providerName: 'us-east-1_AbCdEf123', clientId: 'client1', serverSideTokenCheck: true }],
    providers: [
      ruled('graph.facebook.com', 'rules'),
      ruled('www.amazon.com', 'default'),
      ruled('accounts.google.com', 'default'),
    ],
  }
  const providers = providersOf(settings)
  expect(providers).toEqual([
    {
      provider: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:client1',
      choice: 'default',
      ambiguous: '',
      rules: [],
    },
    ruled('accounts.google.com', 'default'),
    ruled('graph.facebook.com', 'rules'),
  ])
  const { roles } = toMakingPlan('test', { ...settings, providers }).snapshot
  expect(roles.mappings).toEqual([{ provider: 'graph.facebook.com', type: 'Rules', ambiguous: 'Deny', rules: [rule] }])
})
