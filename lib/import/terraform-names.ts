import { z } from 'zod'
import { terraformSettings } from '../code/terraform-pool.ts'
import type { Fields } from './from-service.ts'
import { computed } from './terraform-resource.ts'

const clientNames: Readonly<Record<string, string>> = {
  client_id: 'ClientId',
  provider_name: 'ProviderName',
  server_side_token_check: 'ServerSideTokenCheck',
}
const ruleNames: Readonly<Record<string, string>> = {
  claim: 'Claim',
  match_type: 'MatchType',
  role_arn: 'RoleARN',
  value: 'Value',
}

/** The API's names for Terraform's; those of maps of the operator's own stay. */
export function renamed(values: Fields, names: Readonly<Record<string, string>>): Fields {
  const entries = Object.entries(values).filter(
    ([name, value]) => !computed.has(name) && value !== null && value !== undefined,
  )
  return Object.fromEntries(
    entries.map(([name, value]) => [
      names[name] ?? name,
      name === terraformSettings.userPools[0] ? inside(value) : value,
    ]),
  )
}

const inside = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((item: unknown) =>
        typeof item === 'object' && item !== null ? renamed({ ...item }, clientNames) : item,
      )
    : list

const blocks = z.array(z.looseObject({}))

/** The API's map of mappings for Terraform's list of them; whether each is whole is judged by who reads the map. */
export function mappingsOf(fields: Fields): Fields {
  const parsed = blocks.safeParse(fields['RoleMappings'] ?? [])
  if (!parsed.success) return fields
  const mappings = parsed.data.map((mapping, index) => {
    const { identity_provider: provider, type, ambiguous_role_resolution: ambiguous, mapping_rule: rules } = mapping
    const name = typeof provider === 'string' ? provider : `without a provider, ${index + 1}`
    const Rules = blocks.safeParse(rules ?? []).data?.map((rule) => renamed(rule, ruleNames))
    const Type = typeof provider === 'string' ? type : undefined
    return [name, { Type, AmbiguousRoleResolution: ambiguous || undefined, RulesConfiguration: { Rules } }] as const
  })
  return { ...fields, RoleMappings: Object.fromEntries(mappings) }
}
