import { z } from 'zod'
import { MASKED } from '../pools/provider-secrets.ts'
import { fromService, type Fields, type ImportedPool } from './from-service.ts'

const templateSchema = z.object({
  Parameters: z
    .record(z.string(), z.object({ Default: z.unknown().optional(), NoEcho: z.unknown().optional() }))
    .default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
})
type Template = z.infer<typeof templateSchema>

const POOL = 'AWS::Cognito::IdentityPool'
const ROLES = 'AWS::Cognito::IdentityPoolRoleAttachment'
const TAGS = 'AWS::Cognito::IdentityPoolPrincipalTag'

/** The identity pools of a CloudFormation template in JSON, or null when it is none. */
export function fromCloudFormation(document: unknown): ImportedPool[] | null {
  const parsed = templateSchema.safeParse(document)
  if (!parsed.success) return null
  const resources = Object.entries(parsed.data.Resources)
  const pools = resources.filter(([, { Type }]) => Type === POOL)
  return pools.map(([id, { Properties }]) => {
    const notes: string[] = []
    const of = (type: string) =>
      resources.filter(
        ([, resource]) =>
          resource.Type === type && (pools.length === 1 || refOf(resource.Properties['IdentityPoolId']) === id),
      )
    const properties = (name: string, fields: Fields) => resolved(parsed.data, name, withoutPoolId(fields), notes)
    const [attachment, ...others] = of(ROLES)
    for (const [name] of others) notes.push(`${name} is left out: a pool has one attachment of roles.`)
    const pool = properties(id, Properties)
    return fromService(
      id,
      {
        pool: { ...pool, ...('IdentityPoolTags' in pool && { IdentityPoolTags: tagMap(pool['IdentityPoolTags']) }) },
        roles: attachment ? byProvider(properties(attachment[0], attachment[1].Properties)) : {},
        principalTags: of(TAGS).map(([name, resource]) => properties(name, resource.Properties)),
      },
      notes,
    )
  })
}

const withoutPoolId = ({ IdentityPoolId: _, ...rest }: Fields): Fields => rest

const refOf = (value: unknown): string | null => {
  const parsed = z.object({ Ref: z.string() }).safeParse(value)
  return parsed.success ? parsed.data.Ref : null
}

function tagMap(list: unknown): unknown {
  const parsed = z.array(z.object({ Key: z.string(), Value: z.string() })).safeParse(list)
  return parsed.success ? Object.fromEntries(parsed.data.map(({ Key, Value }) => [Key, Value])) : list
}

/** Mappings by their provider, whose name may stand inside while the key is any word. */
function byProvider(fields: Fields): Fields {
  const parsed = z
    .record(z.string(), z.looseObject({ IdentityProvider: z.string().optional() }))
    .safeParse(fields['RoleMappings'])
  if (!parsed.success) return fields
  const mappings = Object.entries(parsed.data).map(
    ([key, { IdentityProvider, ...rest }]) => [IdentityProvider ?? key, rest] as const,
  )
  return { ...fields, RoleMappings: Object.fromEntries(mappings) }
}

/** Properties with parameters and joins worked out where the template holds their values. */
function resolved(template: Template, resource: string, fields: Fields, notes: string[]): Fields {
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    try {
      return [[name, resolve(template, value)] as const]
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error
      notes.push(`${resource}: ${name} was left out, because ${error.message} has no value in the template.`)
      return []
    }
  })
  return Object.fromEntries(entries)
}

class Unresolved extends Error {}

function resolve(template: Template, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(template, item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [name = '', argument] = entries.length === 1 ? (entries[0] ?? []) : []
  if (name === 'Ref' && typeof argument === 'string') {
    const parameter = template.Parameters[argument]
    if (parameter?.NoEcho) return MASKED
    if (parameter?.Default === undefined) throw new Unresolved(`Ref ${argument}`)
    return parameter.Default
  }
  const join = z.tuple([z.string(), z.array(z.unknown())]).safeParse(argument)
  if (name === 'Fn::Join' && join.success)
    return join.data[1].map((item) => String(resolve(template, item))).join(join.data[0])
  if (name === 'Fn::Sub' && typeof argument === 'string') return substituted(template, argument)
  if (name.startsWith('Fn::') || name === 'Condition') throw new Unresolved(name)
  return Object.fromEntries(entries.map(([key, member]) => [key, resolve(template, member)]))
}

const substituted = (template: Template, text: string): string =>
  text.replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : String(resolve(template, { Ref: name.trim() })),
  )
