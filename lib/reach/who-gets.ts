import { loginLabel } from '../login-providers/login-label.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from '../pools/pool.ts'
import type { MappingRule, RoleSettings } from '../roles/pool-roles.ts'
import { roleName } from '../roles/role-name.ts'
import { canSignIn } from './can-sign-in.ts'
import { isBasicOpen } from './is-basic-open.ts'

/** The kinds of people who may get a role, and how. `choice`: they name the role themselves, in the basic flow. */
export type WhoKind = 'guest' | 'guest-basic' | 'users' | 'rule' | 'token' | 'choice' | 'nobody'

/** Some people and a role that they may get; null for one that only their token names. */
export type Getter = { kind: WhoKind; who: string; arn: string | null }

/** Which roles of a pool the basic flow hands out, by what their trust policies say; null where that is not known. */
export type BasicTakers = { guests: readonly string[]; users: readonly string[] } | null

/** Every role that a pool names. */
export const rolesOfPool = ({ authenticated, unauthenticated, mappings }: RoleSettings): string[] => [
  ...new Set([
    ...[unauthenticated, authenticated].filter((arn) => arn !== null),
    ...mappings.flatMap(({ rules }) => rules.map(({ roleArn }) => roleArn)),
  ]),
]

/** Who gets which role of a pool, each kind of people and role once; at the end the roles that nobody gets. */
export function whoGets(pool: Pool, roles: RoleSettings, takers: BasicTakers): Getter[] {
  const basic = isBasicOpen(pool, roles)
  const guests = pool.allowUnauthenticated
  const all = rolesOfPool(roles)
  const ofGuests = basic && guests ? (takers?.guests ?? all.filter((arn) => arn === roles.unauthenticated)) : []
  const ofUsers = basic && canSignIn(pool) ? (takers?.users ?? []) : []
  const byDefault = usersOf(pool, roles)
  const getters: Getter[] = [
    ...(guests && roles.unauthenticated ? [{ kind: 'guest' as const, who: 'Guests', arn: roles.unauthenticated }] : []),
    ...ofGuests.map((arn) => ({ kind: 'guest-basic' as const, who: 'Guests, by the basic flow', arn })),
    ...byDefault,
    ...ofUsers
      .filter((arn) => !byDefault.some((getter) => getter.arn === arn))
      .map((arn) => ({ kind: 'choice' as const, who: 'Users who name the role themselves, by the basic flow', arn })),
  ]
  const got = new Set(getters.map(({ arn }) => arn))
  const unused = all.filter((arn) => !got.has(arn))
  return [...getters, ...unused.map((arn) => ({ kind: 'nobody' as const, who: whyNobody(arn, roles), arn }))]
}

function usersOf(pool: Pool, { authenticated, mappings }: RoleSettings): Getter[] {
  const names = [...new Set(providerNames(pool).map(({ key }) => key))]
  const developer = pool.developerProviderName
  const plain = names.filter((key) => !mappings.some(({ provider }) => provider === key))
  const labels = [...plain.map(loginLabel), ...(developer === null ? [] : [developer])]
  const mapped = mappings.filter(({ provider }) => names.includes(provider))
  const falling = mapped.filter(({ ambiguous }) => ambiguous === 'AuthenticatedRole')
  const otherwise = falling.map(({ provider, type }) =>
    type === 'Token'
      ? `${loginLabel(provider)} without a role in the token`
      : `${loginLabel(provider)} when no rule matches`,
  )
  const who = [...labels, ...otherwise]
  return [
    ...(authenticated !== null && who.length > 0
      ? [{ kind: 'users' as const, who: `Users of ${who.join(', ')}`, arn: authenticated }]
      : []),
    ...mapped.flatMap(({ provider, type, rules }): Getter[] => {
      if (type === 'Token')
        return [{ kind: 'token', who: `Users of ${loginLabel(provider)}, by their token`, arn: null }]
      const byRole = Map.groupBy(rules, ({ roleArn }) => roleArn)
      return [...byRole].map(([arn, own]) => ({
        kind: 'rule',
        who: `Users of ${loginLabel(provider)} whose ${conditionsSaid(own)}`,
        arn,
      }))
    }),
  ]
}

/** Values of a claim that are compared alike are said together, but for excluded ones: each of those is a rule of its own. */
function conditionsSaid(rules: readonly MappingRule[]): string {
  const isExcluded = ({ match }: MappingRule) => match === 'NotEqual'
  const said = ({ claim, match }: MappingRule, values: string) => `${claim} ${RULES[match]} ${values}`
  const alike = Map.groupBy(rules, (rule) => said(rule, isExcluded(rule) ? rule.value : ''))
  return [...alike.values()]
    .map(
      (group) =>
        group[0] &&
        said(
          group[0],
          group
            .map(({ value }) => value)
            .filter(isFirst)
            .join(' or '),
        ),
    )
    .join(', or ')
}

const isFirst = (value: string, index: number, all: readonly string[]) => all.indexOf(value) === index

const RULES = { Equals: 'is', Contains: 'contains', StartsWith: 'starts with', NotEqual: 'is not' } as const

function whyNobody(arn: string, { authenticated, unauthenticated }: RoleSettings): string {
  if (arn === unauthenticated) return 'Nobody: guest access is off'
  if (arn === authenticated) return 'Nobody: no provider leads to the authenticated role'
  return `Nobody: no provider of this pool leads to ${roleName(arn)}`
}
