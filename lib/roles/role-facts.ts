import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { RoleMapping, RoleSettings } from './pool-roles.ts'

const otherwise = { AuthenticatedRole: 'otherwise the authenticated role', Deny: 'otherwise deny' }

/** A pool's roles as facts: what a diff, a comparison and the history are made of. */
export function roleFacts({ authenticated, unauthenticated, mappings }: RoleSettings): Fact[] {
  return [
    ...(authenticated ? [{ key: 'role authenticated', label: 'Authenticated role', value: authenticated }] : []),
    ...(unauthenticated ? [{ key: 'role unauthenticated', label: 'Guest role', value: unauthenticated }] : []),
    ...mappings.flatMap(mappingFacts),
  ]
}

function mappingFacts({ provider, type, ambiguous, rules }: RoleMapping): Fact[] {
  const label = loginLabel(provider)
  const rest = ambiguous ? `, ${otherwise[ambiguous]}` : ''
  return [
    {
      key: `mapping ${provider}`,
      label: `Role of ${label}`,
      value: type === 'Token' ? `From the token${rest}` : `By rules${rest}`,
    },
    ...rules.map(({ claim, match, value, roleArn }, index) => ({
      key: `rule ${provider} ${index}`,
      list: `rules ${provider}`,
      label: `Role of ${label}, rule ${index + 1}`,
      value: `${claim} ${match} ${value} → ${roleArn}`,
    })),
  ]
}
