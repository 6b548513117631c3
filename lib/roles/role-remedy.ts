import type { FieldPath } from 'react-hook-form'
import type { ProviderForm, RolesForm } from './schema.ts'

/** What a finding asks of the role editor: the field that it is about, and the form with what can be proposed there. */
export type RoleRemedy = { focus: FieldPath<RolesForm>; form: RolesForm }

/** The remedy of a finding (a check's id and what of the pool it is about), or null where the form has no such place. */
export function roleRemedy(form: RolesForm, { fix, subject }: { fix: string; subject: string }): RoleRemedy | null {
  const at = form.providers.findIndex(({ provider }) => subject === provider || subject.startsWith(`${provider} `))
  const provider = form.providers[at]
  switch (fix) {
    case 'same-role':
      return { focus: 'unauthenticated', form: { ...form, unauthenticated: '' } }
    case 'no-role':
      return { focus: subject === 'unauthenticated' ? 'unauthenticated' : 'authenticated', form }
    case 'ambiguous-role':
      return provider ? { focus: `providers.${at}.ambiguous`, form: denying(form, provider) } : null
    case 'mapping-without-provider':
      return provider ? { focus: `providers.${at}.choice`, form: withoutMapping(form, provider) } : null
    case 'editable-claim': {
      const rule = provider?.rules.findIndex(({ claim }) => subject === `${provider.provider} ${claim}`) ?? -1
      return rule < 0 ? null : { focus: `providers.${at}.rules.${rule}.claim`, form }
    }
    case 'too-many-rules':
      return provider ? { focus: `providers.${at}.choice`, form } : null
    default: {
      const focus = fieldOf(form, subject) ?? (provider ? (`providers.${at}.choice` as const) : null)
      return focus ? { focus, form } : null
    }
  }
}

const withoutMapping = (form: RolesForm, provider: ProviderForm): RolesForm => ({
  ...form,
  providers: form.providers.map((one) => (one === provider ? { ...one, choice: 'default' } : one)),
})

const denying = (form: RolesForm, provider: ProviderForm): RolesForm => ({
  ...form,
  providers: form.providers.map((one) => (one === provider ? { ...one, ambiguous: 'Deny' } : one)),
})

/** The first field that is or names the role. */
function fieldOf({ authenticated, unauthenticated, providers }: RolesForm, arn: string): RoleRemedy['focus'] | null {
  if (arn === '') return null
  if (arn === 'authenticated' || arn === 'unauthenticated') return arn
  if (authenticated === arn) return 'authenticated'
  if (unauthenticated === arn) return 'unauthenticated'
  for (const [index, { rules }] of providers.entries()) {
    const at = rules.findIndex(({ roleArn }) => roleArn === arn)
    if (at >= 0) return `providers.${index}.rules.${at}.roleArn`
  }
  return null
}
