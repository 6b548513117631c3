import { z } from 'zod'
import { bounds, patterns } from '../core/limits.ts'
import { poolRefSchema } from '../pools/schema.ts'
import { mappingRuleShape, roleMappingShape } from './pool-roles.ts'

export const roleArnSchema = z
  .string()
  .min(bounds.arn.min, 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.')
  .max(bounds.arn.max, `An ARN has at most ${bounds.arn.max} characters.`)
  .regex(patterns.roleArn, 'This is no role ARN. One looks like arn:aws:iam::123456789012:role/AppUser.')

/** A rule that can be saved. */
export const mappingRuleSchema = mappingRuleShape.extend({
  claim: z
    .string()
    .min(1, 'Name a claim.')
    .max(bounds.claim.max, `A claim's name has at most ${bounds.claim.max} characters.`)
    .regex(patterns.claim, 'A claim has no spaces or control characters.'),
  value: z
    .string()
    .min(1, 'Give a value.')
    .max(bounds.claimValue.max, `A value has at most ${bounds.claimValue.max} characters.`),
  roleArn: roleArnSchema,
})

const roleMappingSchema = roleMappingShape.extend({
  provider: z
    .string()
    .min(1, 'Choose a provider.')
    .max(bounds.mappingProvider.max, `At most ${bounds.mappingProvider.max} characters.`),
  ambiguous: z.enum(['AuthenticatedRole', 'Deny'], 'Say what happens when nothing matches.').nullable(),
  rules: z
    .array(mappingRuleSchema)
    .max(bounds.modelledRules.max, `The service takes at most ${bounds.modelledRules.max} rules of a provider.`),
})

/** A pool's roles and mappings, whole: what is left out is removed. */
const roleSettingsSchema = z.object({
  authenticated: roleArnSchema.nullable(),
  unauthenticated: roleArnSchema.nullable(),
  mappings: z
    .array(roleMappingSchema)
    .max(bounds.mappings.max, `A pool has mappings for at most ${bounds.mappings.max} providers.`),
})

/** `seen` is the fingerprint of the roles as the operator saw them. */
export const setIdentityPoolRolesInput = z.object({
  pool: poolRefSchema,
  seen: z.string().min(1),
  roles: roleSettingsSchema,
})

const formRules = roleMappingSchema.shape.rules
  .min(1, 'Add a rule, or use the default role.')
  .max(bounds.rules.max, `A provider has at most ${bounds.rules.max} rules.`)

/** How one provider's users get their role; rules are kept while another choice is tried. */
const formProvider = z
  .object({
    provider: z.string(),
    choice: z.enum(['default', 'token', 'rules']),
    ambiguous: z.enum(['', 'AuthenticatedRole', 'Deny']),
    rules: roleMappingShape.shape.rules,
  })
  .superRefine(({ choice, ambiguous, rules }, context) => {
    if (choice !== 'default' && ambiguous === '')
      context.addIssue({ code: 'custom', path: ['ambiguous'], message: 'Say what happens when nothing matches.' })
    if (choice !== 'rules') return
    for (const { path, message } of formRules.safeParse(rules).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['rules', ...path], message })
  })

const formRole = z.union([z.literal(''), roleArnSchema])

/** What the role editor holds; an empty text stands for no role. Only rules that are in use have to be complete. */
export const rolesFormSchema = z.object({
  authenticated: formRole,
  unauthenticated: formRole,
  providers: z.array(formProvider).superRefine((providers, context) => {
    const mapped = [...providers.keys()].filter((index) => providers[index]?.choice !== 'default')
    for (const index of mapped.slice(bounds.mappings.max))
      context.addIssue({
        code: 'custom',
        path: [index, 'choice'],
        message: `A pool has mappings for at most ${bounds.mappings.max} providers.`,
      })
  }),
})
export type RolesForm = z.infer<typeof rolesFormSchema>
export type ProviderForm = RolesForm['providers'][number]
