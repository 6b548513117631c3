import { isFields, isIntrinsic } from './template-values.ts'

/**
 * The name of the template's pool that an `IdentityPoolId` refers to, null for a pool elsewhere. One that does not say
 * which is the only pool's.
 */
export function poolNamed(value: unknown, pools: readonly string[]): string | null {
  const name = referred(value)
  if (name !== undefined) return name !== null && pools.includes(name) ? name : null
  const [only, ...more] = pools
  return more.length === 0 ? (only ?? null) : null
}

/** What is referred to: its name in the template, null for something that is not in it, undefined when that is not told. */
function referred(value: unknown): string | null | undefined {
  if (typeof value === 'string') return null
  if (!isFields(value) || !isIntrinsic(value)) return undefined
  const [[name, argument] = ['', null]] = Object.entries(value)
  if (name === 'Ref') return String(argument)
  if (name === 'Fn::ImportValue') return null
  const text = Array.isArray(argument) ? argument.map(String).join('.') : String(argument)
  if (name === 'Fn::GetAtt') return /^(\w+)\.Id$/.exec(text)?.[1] ?? null
  if (name === 'Fn::Sub') return /^\$\{(\w+)(?:\.Id)?\}$/.exec(text)?.[1]
  return undefined
}
