import { z } from 'zod'
import type { Snapshot } from '../code/snapshot.ts'
import { MASKED, withoutSecrets } from '../pools/provider-secrets.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'

/** A pool under the API's own names, with what its source said about it elsewhere. */
export type ServicePool = { pool: Fields; roles: Fields; principalTags: Fields[] }
export type Fields = Record<string, unknown>

/** A pool that a text describes. `key` tells it from others of the text; `secrets` holds what the text told of hidden values, by login provider. */
export type ImportedPool = {
  key: string
  label: string
  snapshot: Snapshot
  secrets: Record<string, string>
  notes: string[]
}

const texts = z.record(z.string(), z.string())
const flag = z.union([z.boolean(), z.stringbool()])
const ruleSchema = z.object({
  Claim: z.string(),
  MatchType: z.enum(['Equals', 'Contains', 'StartsWith', 'NotEqual']),
  Value: z.string(),
  RoleARN: z.string(),
})
const poolFields = {
  IdentityPoolName: z.string(),
  AllowUnauthenticatedIdentities: flag,
  AllowClassicFlow: flag.nullable(),
  DeveloperProviderName: z.string().nullable(),
  SupportedLoginProviders: texts,
  CognitoIdentityProviders: z.array(
    z.object({ ProviderName: z.string(), ClientId: z.string(), ServerSideTokenCheck: flag.default(false) }),
  ),
  OpenIdConnectProviderARNs: z.array(z.string()),
  SamlProviderARNs: z.array(z.string()),
  IdentityPoolTags: texts,
}
const roleFields = {
  Roles: z.object({ authenticated: z.string().optional(), unauthenticated: z.string().optional() }),
  RoleMappings: z.record(
    z.string(),
    z.object({
      Type: z.enum(['Token', 'Rules']),
      AmbiguousRoleResolution: z.enum(['AuthenticatedRole', 'Deny']).nullish(),
      RulesConfiguration: z.object({ Rules: z.array(ruleSchema) }).nullish(),
    }),
  ),
}
const tagFields = { IdentityProviderName: z.string(), UseDefaults: flag, PrincipalTags: texts }
const known = new Set([...Object.keys(poolFields), ...Object.keys(roleFields), ...Object.keys(tagFields)])
const silent = new Set(['IdentityPoolId', 'ResponseMetadata'])

/** Reads a pool; what it cannot read is named in the notes and left out. */
export function fromService(key: string, { pool, roles, principalTags }: ServicePool, told: string[]): ImportedPool {
  const notes = [...told]
  const read = <T>(from: Fields, name: string, schema: z.ZodType<T>, otherwise: T): T => {
    if (from[name] === undefined || from[name] === null) return otherwise
    const parsed = schema.safeParse(from[name])
    if (parsed.success) return parsed.data
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
    notes.push(`${name}${where && `, at ${where},`} is not as a pool has it, so it was left out.`)
    return otherwise
  }
  const fields = poolFields
  const providers = read(pool, 'SupportedLoginProviders', fields.SupportedLoginProviders, {})
  const shown = withoutSecrets(providers)
  const name = read(pool, 'IdentityPoolName', fields.IdentityPoolName, '')
  const classicFlow = read(pool, 'AllowClassicFlow', fields.AllowClassicFlow, null)
  const snapshot: Snapshot = {
    pool: {
      name,
      allowUnauthenticated: read(pool, 'AllowUnauthenticatedIdentities', fields.AllowUnauthenticatedIdentities, false),
      classicFlow: classicFlow === null ? 'unset' : classicFlow ? 'on' : 'off',
      developerProviderName: read(pool, 'DeveloperProviderName', fields.DeveloperProviderName, null) || null,
      loginProviders: shown,
      userPools: read(pool, 'CognitoIdentityProviders', fields.CognitoIdentityProviders, []).map((provider) => ({
        providerName: provider.ProviderName,
        clientId: provider.ClientId,
        serverSideTokenCheck: provider.ServerSideTokenCheck,
      })),
      oidcProviderArns: read(pool, 'OpenIdConnectProviderARNs', fields.OpenIdConnectProviderARNs, []),
      samlProviderArns: read(pool, 'SamlProviderARNs', fields.SamlProviderARNs, []),
      tags: read(pool, 'IdentityPoolTags', fields.IdentityPoolTags, {}),
    },
    roles: readRoles(roles, read),
    principalTags: principalTags.map((map): PrincipalTags => {
      const useDefaults = read(map, 'UseDefaults', tagFields.UseDefaults, false)
      return {
        provider: read(map, 'IdentityProviderName', tagFields.IdentityProviderName, ''),
        useDefaults,
        tags: useDefaults ? {} : read(map, 'PrincipalTags', tagFields.PrincipalTags, {}),
      }
    }),
  }
  for (const field of new Set([pool, roles, ...principalTags].flatMap((source) => Object.keys(source))))
    if (!known.has(field) && !silent.has(field)) notes.push(`${field} is not understood, so it was left out.`)
  const secrets = Object.entries(providers).flatMap(([key, value]) => {
    const known = shown[key]?.slice(0, -MASKED.length) ?? ''
    const secret = value === shown[key] ? '' : value.slice(known.length)
    return secret ? [[key, secret] as const] : []
  })
  return { key, label: name || key, snapshot, secrets: Object.fromEntries(secrets), notes }
}

type Read = <T>(from: Fields, name: string, schema: z.ZodType<T>, otherwise: T) => T

function readRoles(from: Fields, read: Read): RoleSettings {
  const { authenticated, unauthenticated } = read(from, 'Roles', roleFields.Roles, {})
  return {
    authenticated: authenticated ?? null,
    unauthenticated: unauthenticated ?? null,
    mappings: Object.entries(read(from, 'RoleMappings', roleFields.RoleMappings, {})).map(([provider, mapping]) => ({
      provider,
      type: mapping.Type,
      ambiguous: mapping.AmbiguousRoleResolution ?? null,
      rules: (mapping.RulesConfiguration?.Rules ?? []).map(({ Claim, MatchType, Value, RoleARN }) => ({
        claim: Claim,
        match: MatchType,
        value: Value,
        roleArn: RoleARN,
      })),
    })),
  }
}
