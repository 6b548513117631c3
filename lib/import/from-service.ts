import { z } from 'zod'
import { secretsOf } from '../code/login-secret.ts'
import type { Snapshot } from '../code/snapshot.ts'
import { eachSetting, settingKeys } from '../pools/each-setting.ts'
import { poolFields, serviceNames, type ServiceValue } from '../pools/pool-fields.ts'
import type { SettingKey } from '../pools/pool-settings.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { toRoles } from '../roles/to-service-roles.ts'
import { maskedIn, withMaskedSecret } from './masked-value.ts'

/**
 * A pool under the API's own names, with what its source said about it elsewhere; `untold` names settings that the
 * source has without telling their values.
 */
type ServiceParts = { pool: Fields; roles: Fields; principalTags: Fields[]; untold?: readonly string[] }
export type Fields = Record<string, unknown>

/**
 * A pool that a text describes. `key` tells it from others of the text; `secrets` holds what the text told of hidden
 * values, by login provider; of the settings in `untold` the text has one and does not tell what it is.
 */
export type ImportedPool = {
  key: string
  label: string
  snapshot: Snapshot
  secrets: Record<string, string>
  untold: SettingKey[]
  notes: string[]
}

/** A number or a truth where a text is meant is its text, as CloudFormation and Terraform read it too. */
export const text = z.union([
  z.string(),
  z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER).transform(String),
  z.boolean().transform(String),
])
const flag = z.union([z.boolean(), z.stringbool()])
const userPoolSchema = z.object({ ProviderName: text, ClientId: text, ServerSideTokenCheck: flag.default(false) })
const ruleSchema = z.object({
  Claim: text,
  MatchType: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']),
  Value: text,
  RoleARN: text,
})
const orNone = <T>(value: T | null | undefined): T | undefined => value ?? undefined
const mappingSchema = z.object({
  Type: z.enum(['Token', 'Rules']),
  AmbiguousRoleResolution: z.enum(['AuthenticatedRole', 'Deny']).nullish().transform(orNone),
  RulesConfiguration: z
    .object({ Rules: z.array(ruleSchema) })
    .nullish()
    .transform(orNone),
})
const known = new Set<string>([
  ...Object.values(serviceNames),
  'Roles',
  'RoleMappings',
  'IdentityProviderName',
  'UseDefaults',
  'PrincipalTags',
])
const silent = new Set(['IdentityPoolId', 'ResponseMetadata'])

/** How the service's value of each setting is read. */
const readers: { [K in SettingKey]: (reader: Reader, from: Fields, name: string) => ServiceValue<K> } = {
  name: ({ one }, from, name) => one(from, name, text),
  allowUnauthenticated: ({ one }, from, name) => one(from, name, flag),
  classicFlow: ({ one }, from, name) => one(from, name, flag),
  userPools: ({ list }, from, name) => list(from, name, userPoolSchema),
  loginProviders: ({ map }, from, name) => map(from, name, text),
  oidcProviderArns: ({ list }, from, name) => list(from, name, text),
  samlProviderArns: ({ list }, from, name) => list(from, name, text),
  developerProviderName: ({ one }, from, name) => one(from, name, text),
  tags: ({ map }, from, name) => map(from, name, text),
}

/** Reads a pool; what it cannot read is named in the notes and left out. */
export function fromService(key: string, parts: ServiceParts, told: string[]): ImportedPool {
  const { roles, principalTags } = parts
  const pool = withMaskedSecrets(parts.pool)
  const notes = [...told]
  const reader = readerOf(notes)
  const snapshot: Snapshot = {
    pool: eachSetting((setting) => poolFields[setting].from(readers[setting](reader, pool, serviceNames[setting]))),
    roles: readRoles(roles, reader),
    principalTags: principalTags.flatMap((fields) => readPrincipalTags(fields, reader, notes)),
  }
  for (const field of new Set([pool, roles, ...principalTags].flatMap((source) => Object.keys(source))))
    if (!known.has(field) && !silent.has(field)) notes.push(`${field} is not understood, so it was left out.`)
  const untold = settingKeys.filter(
    (setting) => parts.untold?.includes(serviceNames[setting]) || isUnread(setting, pool[serviceNames[setting]]),
  )
  const { name } = snapshot.pool
  const secrets = secretsOf(readerOf([]).map(pool, serviceNames.loginProviders, text))
  return { key, label: name || key, snapshot, secrets, untold, notes }
}

function withMaskedSecrets(pool: Fields): Fields {
  const name = serviceNames.loginProviders
  const providers = z.record(z.string(), z.unknown()).safeParse(pool[name]).data
  if (!providers) return pool
  const entries = Object.entries(providers).map(([key, value]) => [key, withMaskedSecret(key, value)] as const)
  return { ...pool, [name]: Object.fromEntries(entries) }
}

/** Whether a value is there that cannot be one of a setting that is on or off. */
const isUnread = (setting: SettingKey, value: unknown): boolean =>
  (setting === 'allowUnauthenticated' || setting === 'classicFlow') &&
  value !== undefined &&
  value !== null &&
  !flag.safeParse(value).success

const containers = { map: z.record(z.string(), z.unknown()), list: z.array(z.unknown()) }
const isContainer = (schema: z.ZodType): boolean => schema === containers.map || schema === containers.list

type Reader = ReturnType<typeof readerOf>

/** Reads fields and notes each that is not as a pool has it; of lists and maps only the entry is left out. */
function readerOf(notes: string[]) {
  const one = <T>(from: Fields, name: string, schema: z.ZodType<T>, where = name): T | undefined => {
    if (from[name] === undefined || from[name] === null) return undefined
    const masked = maskedIn(from[name])
    // Of a map or a list only its entry is left out, which is read by itself.
    if (masked && (masked.length === 0 || !isContainer(schema))) {
      const place = [where, ...masked].join('.')
      notes.push(
        place === where
          ? `${where} is masked in the text, so it is not known and was left out.`
          : `${place} is masked in the text, so it is not known and ${where} was left out.`,
      )
      return undefined
    }
    const parsed = schema.safeParse(from[name])
    if (parsed.success) return parsed.data
    const place = [where, ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.')
    notes.push(
      place === where
        ? `${where} is not as a pool has it, so it was left out.`
        : `${place} is missing or not as a pool has it, so ${where} was left out.`,
    )
    return undefined
  }
  const members = <T>(from: Fields, name: string, schema: z.ZodType<T>): [string, T][] => {
    const all = one(from, name, containers.map) ?? {}
    return Object.keys(all).flatMap((key) => {
      const member = one(all, key, schema, `${name}.${key}`)
      return member === undefined ? [] : [[key, member]]
    })
  }
  const map = <T>(from: Fields, name: string, schema: z.ZodType<T>) => Object.fromEntries(members(from, name, schema))
  const list = <T>(from: Fields, name: string, schema: z.ZodType<T>): T[] => {
    const items = one(from, name, containers.list) ?? []
    return members({ [name]: { ...items } }, name, schema).map(([, item]) => item)
  }
  return { one, map, list, members }
}

const readRoles = (from: Fields, { map }: Reader): RoleSettings =>
  toRoles({ Roles: map(from, 'Roles', text), RoleMappings: map(from, 'RoleMappings', mappingSchema) })

function readPrincipalTags(from: Fields, { one, map }: Reader, notes: string[]): PrincipalTags[] {
  const provider = one(from, 'IdentityProviderName', text) ?? ''
  if (provider === '') notes.push('Principal tags without an IdentityProviderName were left out.')
  const useDefaults = one(from, 'UseDefaults', flag) ?? false
  const tags = useDefaults ? {} : map(from, 'PrincipalTags', text)
  return provider === '' ? [] : [{ provider, useDefaults, tags }]
}
