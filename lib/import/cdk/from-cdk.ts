import { describedPool, type DescribedPool } from '../described/described-pool.ts'
import { ask, isPart, listOf, mapOf, textOf, type ToldValue } from '../told/told.ts'
import { TsReader } from './ts-values.ts'

const CONSTRUCT =
  /(?:\b(?:const|let|var)\s+([\w$]+)\s*=\s*|(this\.[\w$]+)\s*=\s*)?new\s+(?:[\w$]+\.)*Cfn(IdentityPool(?:RoleAttachment|PrincipalTag)?|Parameter)\s*\(/g

/** Whether a text makes an identity pool with the AWS CDK in TypeScript or JavaScript. */
export const isCdk = (text: string): boolean => /\bnew\s+(?:[\w$]+\.)*CfnIdentityPool\s*\(/.test(text)

type Made = { variable: string; kind: string; id: string; props: ToldValue }

/** The identity pools that a program for the AWS CDK makes with constructs of the first level. Errors: `TooMuch`. */
export function fromCdk(text: string): DescribedPool[] {
  const made = constructsIn(text)
  const hidden = new Set(
    made.flatMap(({ kind, variable, props }) =>
      kind === 'Parameter' && memberOf(props, 'noEcho') === true ? [`${variable}.valueAsString`] : [],
    ),
  )
  const pools = made.filter(({ kind }) => kind === 'IdentityPool')
  const isOf = (part: Made, pool: Made): boolean => {
    const id = memberOf(part.props, 'identityPoolId')
    const name = id !== undefined && isPart(id) && id.is === 'ask' ? id.id.replace(/\.(?:ref|attrId)$/, '') : undefined
    return name === undefined || !pools.some(({ variable }) => variable === name)
      ? pools.length === 1
      : pool.variable === name
  }
  return pools.map((pool) => {
    const own = made.filter(
      (part) => part.kind !== 'Parameter' && part !== pool && part.kind !== 'IdentityPool' && isOf(part, pool),
    )
    const attachment = own.find(({ kind }) => kind === 'IdentityPoolRoleAttachment')
    const tags = own.filter(({ kind }) => kind === 'IdentityPoolPrincipalTag')
    const props = (part: Made) => hiding(part.props, hidden)
    return describedPool({
      key: pool.id || pool.variable,
      words: 'service',
      pool: props(pool),
      ...(attachment && { roles: props(attachment) }),
      principalTags: tags.map((part) => ({ place: part.id, value: props(part) })),
    })
  })
}

/** The constructs of a program one after another, each with its arguments. */
function constructsIn(text: string): Made[] {
  const made: Made[] = []
  const pattern = new RegExp(CONSTRUCT)
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [, variable, member, kind = ''] = found
    const reader = new TsReader(text, pattern.lastIndex)
    const [, id = '', props = null] = reader.args()
    pattern.lastIndex = reader.at
    made.push({ variable: variable ?? member ?? '', kind, id: typeof id === 'string' ? id : '', props })
  }
  return made
}

const memberOf = (props: ToldValue, name: string): ToldValue | undefined =>
  isPart(props) && props.is === 'map' ? props.entries.find(([key]) => key === name)?.[1] : undefined

/** The same, with the values of parameters that are not echoed hidden. */
function hiding(told: ToldValue, hidden: ReadonlySet<string>): ToldValue {
  if (!isPart(told)) return told
  if (told.is === 'ask')
    return hidden.has(told.id) ? ask(told.id, { reason: 'is hidden by noEcho', isHidden: true }) : told
  if (told.is === 'list') return listOf(told.items.map((item) => hiding(item, hidden)))
  if (told.is === 'text') return textOf(told.parts.map((part) => hiding(part, hidden)))
  if (told.is !== 'map') return told
  return mapOf(told.entries.map(([key, value]) => [key, hiding(value, hidden)]))
}
