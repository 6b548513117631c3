import { expect, test } from 'vitest'
import { toAccessSettings } from '../pool-access/access-settings.ts'
import { withRemedy } from '../pool-access/with-remedy.ts'
import { roleRemedy } from '../roles/role-remedy.ts'
import { allChecks } from './all-checks.ts'
import { namedRemedy } from './named-remedy.ts'
import { closedSettings } from '../pools/each-setting.ts'

test('an address names a finding with its remedy, a finding alone, or a place', () => {
  expect(namedRemedy({ fix: 'guest-access', at: 'x' })).toMatchObject({
    proposes: true,
    about: { title: 'Guest access is on' },
  })
  expect(namedRemedy({ finding: 'no-role', subject: 'authenticated' })).toMatchObject({
    fix: 'no-role',
    subject: 'authenticated',
    proposes: false,
    about: { title: 'A role is not set' },
  })
  expect(namedRemedy({ at: 'authenticated' })).toEqual({
    fix: 'place',
    subject: 'authenticated',
    proposes: false,
    about: null,
  })
  expect(namedRemedy({ fix: 'nonsense' })?.about).toBeNull()
  expect(namedRemedy({})).toBeNull()
})

test('each change that a remedy makes in a form is told', () => {
  const subject = 'accounts.google.com'
  const settings = {
    ...toAccessSettings({ ...closedSettings, allowUnauthenticated: true, classicFlow: 'on' as const }),
    userPools: [{ providerName: 'p', clientId: 'c', serverSideTokenCheck: false }],
    twitter: { keptKey: 'k', consumerKey: 'k', consumerSecret: '' },
    loginProviders: [{ name: 'www.digits.com', value: 'd' }],
  }
  const roles = {
    authenticated: 'a',
    unauthenticated: 'a',
    providers: [{ provider: subject, choice: 'rules' as const, ambiguous: 'AuthenticatedRole' as const, rules: [] }],
  }
  for (const { id, form } of allChecks) {
    const named = { fix: id, subject: form === 'roles' ? subject : '' }
    const changes =
      form === 'access'
        ? withRemedy(settings, { ...named, subject: id === 'developer-provider-missing' ? 'lost' : '' }) !== settings
        : (roleRemedy(roles, named)?.form ?? roles) !== roles
    expect([id, namedRemedy({ fix: id })?.about?.done !== '']).toEqual([id, changes])
  }
})
