import type { z } from 'zod'
import type { Snapshot } from '../code/snapshot.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { settingKeys } from '../pools/each-setting.ts'
import { poolFields } from '../pools/pool-fields.ts'
import { newPoolSettings } from '../pools/schema.ts'
import { setPrincipalTagsInput } from '../principal-tags/schema.ts'
import { setIdentityPoolRolesInput } from '../roles/schema.ts'
import { createInput, principalTagInputs, rolesInput } from './pool-inputs.ts'

const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(settingKeys.map((key) => [key, poolFields[key].label])),
  authenticated: 'Authenticated role',
  unauthenticated: 'Guest role',
  mappings: 'Role of',
}

/** Why no pool can be made from a description, one sentence each; its name and its secrets are asked for elsewhere. */
export function poolProblems(snapshot: Snapshot): string[] {
  const secrets = Object.fromEntries(Object.keys(snapshot.pool.loginProviders).map((provider) => [provider, 'x']))
  const place = { connectionId: 'any', region: 'any', name: 'any' }
  const roles = rolesInput(snapshot)
  return [
    ...problemsOf(newPoolSettings.omit({ name: true }), createInput({ place, snapshot, secrets })),
    ...(roles ? problemsOf(setIdentityPoolRolesInput.shape.roles, roles) : []),
    ...principalTagInputs(snapshot).flatMap((tags) =>
      problemsOf(setPrincipalTagsInput.omit({ pool: true, seen: true }), tags).map(
        (problem) => `Principal tags of ${loginLabel(tags.provider)}: ${problem}`,
      ),
    ),
  ]
}

function problemsOf(schema: z.ZodType, input: object): string[] {
  const { error } = schema.safeParse(input)
  const places = new Map<string, string>()
  for (const { path, message } of error?.issues ?? []) {
    const where = placeOf(input, path)
    if (!places.has(where)) places.set(where, message)
  }
  return [...places].map(([where, message]) => (where === '' ? message : `${where}: ${message}`))
}

/** The place of a mistake in the pool's own terms: what it is, which one, and which of its rules. */
function placeOf(input: object, [field = '', which, ...rest]: PropertyKey[]): string {
  const label = labels[String(field)] ?? ''
  const value: unknown = which === undefined ? null : Reflect.get(Object(Reflect.get(input, field)), which)
  const rule = rest[0] === 'rules' && typeof rest[1] === 'number' ? `rule ${rest[1] + 1}` : ''
  const name = typeof which === 'number' ? nameOf(value, which) : loginLabel(String(which ?? ''))
  return [[label, name].filter(Boolean).join(' '), rule].filter(Boolean).join(', ')
}

function nameOf(value: unknown, index: number): string {
  if (typeof value === 'string') return value === '' ? String(index + 1) : value
  const named: unknown = Reflect.get(Object(value), 'provider') ?? Reflect.get(Object(value), 'providerName')
  return typeof named === 'string' && named !== '' ? loginLabel(named) : String(index + 1)
}
