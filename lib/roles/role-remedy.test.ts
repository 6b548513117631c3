import { describe, expect, it } from 'vitest'
import { roleRemedy } from './role-remedy.ts'
import { emptyRule } from './roles-form.ts'
import type { RolesForm } from './schema.ts'

const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const form: RolesForm = {
  authenticated: arn('app'),
  unauthenticated: arn('app'),
  providers: [
    { provider: 'graph.facebook.com', choice: 'default', ambiguous: '', rules: [] },
    {
      provider: 'accounts.google.com',
      choice: 'rules',
      ambiguous: 'AuthenticatedRole',
      rules: [
        { ...emptyRule, claim: 'hd', roleArn: arn('staff') },
        { ...emptyRule, claim: 'email', roleArn: arn('lost') },
      ],
    },
  ],
}
const google = 'accounts.google.com'

describe('the field that a finding is about', () => {
  it.each([
    ['same-role', '', 'unauthenticated'],
    ['no-role', 'authenticated', 'authenticated'],
    ['no-role', 'unauthenticated', 'unauthenticated'],
    ['ambiguous-role', google, 'providers.1.ambiguous'],
    ['editable-claim', `${google} email`, 'providers.1.rules.1.claim'],
    ['too-many-rules', google, 'providers.1.choice'],
    ['role-not-found', arn('lost'), 'providers.1.rules.1.roleArn'],
    ['trust-lacks-aud', arn('app'), 'authenticated'],
    ['place', google, 'providers.1.choice'],
    ['place', 'unauthenticated', 'unauthenticated'],
    ['place', arn('staff'), 'providers.1.rules.0.roleArn'],
  ])('of %s on “%s” is %s', (fix, subject, focus) => {
    expect(roleRemedy(form, { fix, subject })?.focus).toBe(focus)
  })

  it.each([
    ['ambiguous-role', 'www.amazon.com'],
    ['editable-claim', `${google} phone`],
    ['role-not-found', arn('elsewhere')],
    ['nonsense', ''],
  ])('of %s on “%s” is nowhere', (fix, subject) => {
    expect(roleRemedy(form, { fix, subject })).toBeNull()
  })
})

it('proposes a guest role of its own and nothing else', () => {
  expect(roleRemedy(form, { fix: 'same-role', subject: '' })?.form).toEqual({ ...form, unauthenticated: '' })
})

it('proposes to deny whom no rule matches, at that provider', () => {
  const [facebook, rules] = form.providers
  expect(roleRemedy(form, { fix: 'ambiguous-role', subject: google })?.form).toEqual({
    ...form,
    providers: [facebook, { ...rules, ambiguous: 'Deny' }],
  })
})

it('proposes nothing where only a person can know', () => {
  expect(roleRemedy(form, { fix: 'no-role', subject: 'authenticated' })?.form).toBe(form)
})
