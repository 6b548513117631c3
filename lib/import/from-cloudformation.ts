import { z } from 'zod'
import { serviceNames } from '../pools/pool-fields.ts'
import { fromService, text, type Fields, type ImportedPool } from './from-service.ts'
import { knownPart } from './known-part.ts'
import { isFields, isIntrinsic, resolveValue, type Parameters } from './template-values.ts'
import { poolNamed } from './template-pool.ts'

const orEmpty = <T extends object>(value: T | null | undefined): T | Record<string, never> => value ?? {}
const fieldsSchema = z.record(z.string(), z.unknown()).nullish().transform(orEmpty)
const parameterSchema = z.object({
  Type: z.unknown().optional(),
  Default: z.unknown().optional(),
  NoEcho: z.unknown().optional(),
})
const resourceSchema = z.object({ Type: z.string(), Properties: fieldsSchema })
const templateSchema = z.object({
  Parameters: z.record(z.string(), parameterSchema).nullish().transform(orEmpty),
  Resources: z.record(z.string(), z.unknown()),
})
type Resource = readonly [name: string, resource: z.infer<typeof resourceSchema>]

const POOL = 'AWS::Cognito::IdentityPool'
const ROLES = 'AWS::Cognito::IdentityPoolRoleAttachment'
const TAGS = 'AWS::Cognito::IdentityPoolPrincipalTag'

const REMEDY =
  'What aws cognito-identity describe-identity-pool answers for the pool of the stack has every value: paste that instead.'

/** The identity pools of a CloudFormation template in JSON, or null when it is none. */
export function fromCloudFormation(document: unknown): ImportedPool[] | null {
  const parsed = templateSchema.safeParse(document)
  if (!parsed.success) return null
  const { Parameters: parameters, Resources } = parsed.data
  const resources = Object.entries(Resources).flatMap(([name, resource]): Resource[] => {
    const { data } = resourceSchema.safeParse(resource)
    return data ? [[name, data]] : []
  })
  const pools = resources.filter(([, { Type }]) => Type === POOL)
  const names = pools.map(([name]) => name)
  const parts = resources.filter(([, { Type }]) => Type === ROLES || Type === TAGS)
  const poolOf = ([, { Properties }]: Resource) => poolNamed(Properties['IdentityPoolId'], names)
  const lost = parts
    .filter((part) => poolOf(part) === null)
    .map(([name]) => `${name} was left out, because it does not refer to a pool of the template.`)
  return pools.map(([id, { Properties }]) => {
    const notes: string[] = []
    const own = parts.filter((part) => poolOf(part) === id)
    const [attachment, ...others] = own.filter(([, { Type }]) => Type === ROLES)
    for (const [name] of others) notes.push(`${name} was left out, because a pool has one attachment of roles.`)
    notes.push(...lost)
    const told = notes.length
    const properties = ([name, resource]: Resource) =>
      resolved(parameters, name, withoutPoolId(resource.Properties), notes)
    const pool = properties([id, { Type: POOL, Properties }])
    const described = {
      pool: withTagMap(pool),
      roles: attachment ? byProvider(attachment, properties(attachment), notes) : {},
      principalTags: own.filter(([, { Type }]) => Type === TAGS).map(properties),
      untold: Object.keys(Properties).filter((name) => !(name in pool)),
    }
    const unknown = notes.length > told
    const imported = fromService(id, described, notes)
    return { ...imported, notes: [...imported.notes, ...(unknown ? [REMEDY] : [])] }
  })
}

const withoutPoolId = ({ IdentityPoolId: _, ...rest }: Fields): Fields => rest

const tagList = z.array(z.object({ Key: text, Value: text.optional() }))

/** Tags by their keys; one whose value is not told is left out alone. */
function withTagMap(pool: Fields): Fields {
  const parsed = tagList.safeParse(pool[serviceNames.tags])
  if (!parsed.success) return pool
  const tags = parsed.data.flatMap(({ Key, Value }) => (Value === undefined ? [] : [[Key, Value] as const]))
  return { ...pool, [serviceNames.tags]: Object.fromEntries(tags) }
}

const mappings = z.record(z.string(), z.looseObject({ IdentityProvider: z.string().optional() }))

/** Mappings by their provider, whose name may stand inside while the key is any word; without it there is no mapping. */
function byProvider([name, { Properties }]: Resource, fields: Fields, notes: string[]): Fields {
  const parsed = mappings.safeParse(fields['RoleMappings'])
  if (!parsed.success) return fields
  const given = Properties['RoleMappings']
  const entries = Object.entries(parsed.data).flatMap(([key, { IdentityProvider, ...rest }]) => {
    const one = isFields(given) ? given[key] : null
    if (IdentityProvider === undefined && isFields(one) && 'IdentityProvider' in one) {
      notes.push(`${name}: RoleMappings.${key} was left out, because its provider is not told.`)
      return []
    }
    return [[IdentityProvider ?? key, rest] as const]
  })
  return { ...fields, RoleMappings: Object.fromEntries(entries) }
}

/** Properties with parameters and joins worked out; what the template does not tell is left out and noted. */
function resolved(parameters: Parameters, resource: string, fields: Fields, notes: string[]): Fields {
  const [result] = knownPart<unknown>(fields, '', {
    membersOf: (value) => (isFields(value) && !isIntrinsic(value) ? Object.entries(value) : null),
    pathOf: (path, key) => (path === '' ? key : `${path}.${key}`),
    resolve: (value) => resolveValue(parameters, value),
    note: (path, reason) => notes.push(`${resource}: ${path} was left out, because ${reason}.`),
    loginProviders: serviceNames.loginProviders,
  })
  return isFields(result) ? result : {}
}
