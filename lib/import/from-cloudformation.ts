import { z } from 'zod'
import { MASKED } from '../login-providers/provider-secrets.ts'
import { knownPart, Untold } from './known-part.ts'
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

const NO_VALUE = 'has no value in the template'
const REMEDY =
  'What aws cognito-identity describe-identity-pool answers for the pool of the stack has every value: paste that instead.'

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
    for (const [name] of others) notes.push(`${name} was left out, because a pool has one attachment of roles.`)
    for (const [name, { Type, Properties: own }] of resources)
      if (
        [ROLES, TAGS].includes(Type) &&
        pools.length > 1 &&
        !pools.some(([pool]) => refOf(own['IdentityPoolId']) === pool)
      )
        notes.push(`${name} was left out, because it does not refer to a pool of the template.`)
    const pool = properties(id, Properties)
    const described = {
      pool: { ...pool, ...('IdentityPoolTags' in pool && { IdentityPoolTags: tagMap(pool['IdentityPoolTags']) }) },
      roles: attachment ? byProvider(properties(attachment[0], attachment[1].Properties)) : {},
      principalTags: of(TAGS).map(([name, resource]) => properties(name, resource.Properties)),
    }
    const imported = fromService(id, described, notes)
    const unknown = notes.some((note) => note.includes(NO_VALUE))
    return { ...imported, notes: [...imported.notes, ...(unknown ? [REMEDY] : [])] }
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

/** Properties with parameters and joins worked out; what the template does not tell is left out and noted. */
function resolved(template: Template, resource: string, fields: Fields, notes: string[]): Fields {
  const [result] = knownPart<unknown>(fields, '', {
    membersOf: (value) => (isFields(value) && !isIntrinsic(value) ? Object.entries(value) : null),
    pathOf: (path, key) => (path === '' ? key : `${path}.${key}`),
    resolve: (value) => resolve(template, value),
    note: (path, reason) => notes.push(`${resource}: ${path} was left out, because ${reason} ${NO_VALUE}.`),
  })
  return isFields(result) ? result : {}
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isIntrinsic = (value: Fields): boolean => {
  const [name = '', ...others] = Object.keys(value)
  return others.length === 0 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))
}

function resolve(template: Template, value: unknown): unknown {
  if (!isFields(value) || !isIntrinsic(value)) return value
  const [[name, argument] = ['', null]] = Object.entries(value)
  if (name === 'Ref' && typeof argument === 'string') {
    const parameter = template.Parameters[argument]
    if (parameter?.NoEcho) return MASKED
    if (parameter?.Default === undefined) throw new Untold(`Ref ${argument}`)
    return parameter.Default
  }
  const join = z.tuple([z.string(), z.array(z.unknown())]).safeParse(argument)
  if (name === 'Fn::Join' && join.success)
    return join.data[1].map((item) => String(resolve(template, item))).join(join.data[0])
  if (name === 'Fn::Sub' && typeof argument === 'string') return substituted(template, argument)
  throw new Untold(typeof argument === 'string' ? `${name} ${argument}` : name)
}

const substituted = (template: Template, text: string): string =>
  text.replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) =>
    literal ? `\${${name}}` : String(resolve(template, { Ref: name.trim() })),
  )
