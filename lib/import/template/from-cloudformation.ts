import { describedPool, type DescribedPool } from '../described/described-pool.ts'
import { decidingBy, sayUnmade, type Unmade } from '../described/unmade.ts'
import type { Answers, ToldValue } from '../told/told.ts'
import { plainly } from '../told/work-out.ts'
import { withoutLoops } from './for-each.ts'
import { poolNamed } from './pool-named.ts'
import { isFields, type Fields, type Template } from './template.ts'
import { templateValues } from './template-values.ts'

const POOL = 'AWS::Cognito::IdentityPool'
const ROLES = 'AWS::Cognito::IdentityPoolRoleAttachment'
const TAGS = 'AWS::Cognito::IdentityPoolPrincipalTag'

type Resource = { name: string; type: string; properties: unknown; unmade: Unmade | null }

/** The identity pools of a CloudFormation template; `said` is what the text says of its parameters. Errors: `TooMuch`. */
export function fromCloudFormation(template: Template, said: Answers): DescribedPool[] {
  const lower = templateValues(template)
  const decide = decidingBy(said)
  const unmadeOf = ({ Condition: name, Type: type }: Fields): Unmade | null =>
    typeof name === 'string' && (type === POOL || type === ROLES || type === TAGS)
      ? decide(lower({ Condition: name }), (holds) => holds === false, `its condition ${name} is false`)
      : null
  const all = withoutLoops(template.Resources, template.Parameters)
  const resources = Object.entries(all).flatMap(([name, resource]): Resource[] =>
    isFields(resource) && typeof resource['Type'] === 'string'
      ? [{ name, type: resource['Type'], properties: resource['Properties'] ?? {}, unmade: unmadeOf(resource) }]
      : [],
  )
  const pools = resources.filter(({ type }) => type === POOL)
  const names = new Set(pools.map(({ name }) => name))
  const made = pools.filter(({ unmade }) => unmade === null)
  const usual = (made.length > 0 ? made : pools).map(({ name }) => name)
  const byPool = new Map<string, Resource[]>()
  const lost: string[] = []
  for (const part of resources.filter(({ type }) => type === ROLES || type === TAGS)) {
    const id = isFields(part.properties) ? part.properties['IdentityPoolId'] : undefined
    const pool = poolNamed(plainly(lower(id)), names, usual)
    if (pool === null) lost.push(part.name)
    else byPool.set(pool, [...(byPool.get(pool) ?? []), part])
  }
  const without = pools
    .filter(({ unmade }) => unmade !== null && made.length > 0)
    .flatMap(({ name }) => byPool.get(name) ?? [])
    .filter(({ unmade }) => unmade === null)
    .slice(0, 20)
    .map(({ name }) => `${name} was left out, because its pool is not made.`)
  return pools.map(({ name, properties, unmade }) => {
    const own = byPool.get(name) ?? []
    const there = own.filter((one) => one.unmade === null || one.unmade.by === unmade?.by)
    const [attachment, ...others] = there.filter(({ type }) => type === ROLES)
    const tags = there.filter(({ type }) => type === TAGS)
    const told = (part: Resource): ToldValue => lower(isFields(part.properties) ? withoutPoolId(part.properties) : {})
    return describedPool({
      key: name,
      words: 'service',
      unmade: unmade && sayUnmade(name, unmade),
      pool: lower(properties),
      poolPrefix: `${name}: `,
      ...(attachment && { roles: told(attachment), rolesPrefix: `${attachment.name}: ` }),
      principalTags: tags.map((part) => ({ place: part.name, value: told(part) })),
      notes: [
        ...own.flatMap((one) => (one.unmade && !there.includes(one) ? [sayUnmade(one.name, one.unmade)] : [])),
        ...others.map((part) => `${part.name} was left out, because a pool has one attachment of roles.`),
        ...(attachment ? [] : template.elsewhere.map((one) => `${one} is another file, which is not followed.`)),
        ...without,
        ...lost.slice(0, 20).map((one) => `${one} was left out, because it does not refer to a pool of the template.`),
      ],
    })
  })
}

const withoutPoolId = ({ IdentityPoolId: _, ...rest }: Fields): Fields => rest
