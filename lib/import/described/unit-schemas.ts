import { z } from 'zod'

/** A number or a truth where a text is meant is its text, as CloudFormation and Terraform read it too. */
export const text = z.union([
  z.string(),
  z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).transform(String),
  z.boolean().transform(String),
])
export const truth = z.union([z.boolean(), z.stringbool()])

const orNone = <T>(value: T | null | undefined): T | undefined => value ?? undefined
const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform(orNone)

export const userPool = z.object({
  ProviderName: text,
  ClientId: text,
  ServerSideTokenCheck: optional(truth).transform((is) => is ?? false),
})
const rules = z.array(
  z.object({
    Claim: text,
    MatchType: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']),
    Value: text,
    RoleARN: text,
  }),
)
export const mapping = z
  .object({
    IdentityProvider: text,
    Type: z.enum(['Token', 'Rules']),
    AmbiguousRoleResolution: z.preprocess(
      (value) => (value === '' ? null : value),
      optional(z.enum(['AuthenticatedRole', 'Deny'])),
    ),
    RulesConfiguration: optional(z.object({ Rules: optional(rules) })),
    Rules: optional(rules),
  })
  .transform(({ Rules, RulesConfiguration, ...rest }) => ({ ...rest, Rules: RulesConfiguration?.Rules ?? Rules ?? [] }))

const names = [
  'ProviderName',
  'ClientId',
  'ServerSideTokenCheck',
  'IdentityProvider',
  'IdentityProviderName',
  'Type',
  'AmbiguousRoleResolution',
  'RulesConfiguration',
  'Rules',
  'Claim',
  'MatchType',
  'Value',
  'Key',
  'RoleARN',
  'UseDefaults',
  'PrincipalTags',
]
const lettersOf = (name: string): string => name.replaceAll('_', '').toLowerCase()
const byLetters = new Map([...names.map((name) => [lettersOf(name), name] as const), ['mappingrule', 'Rules']])

/** The service's name of a member that any format has. */
export const memberName = (name: string): string => byLetters.get(lettersOf(name)) ?? name

/** A member's name as Terraform writes it. */
export const inTerraform = (name: string): string =>
  name === 'Rules' || name === 'RulesConfiguration'
    ? 'mapping_rule'
    : name
        .replace('ARN', 'Arn')
        .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`)
        .toLowerCase()
