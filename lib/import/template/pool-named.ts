import { isPart, type ToldValue } from '../told/told.ts'

/**
 * The name of the template's pool that an `IdentityPoolId` is, worked out as far as it can be; null for a pool elsewhere.
 * One that does not say which is of `usual`, where that is one.
 */
export function poolNamed(id: ToldValue, pools: ReadonlySet<string>, usual: readonly string[]): string | null {
  const name = referred(id)
  if (name !== undefined && pools.has(name)) return name
  const isElsewhere =
    typeof id === 'string' || name?.startsWith('Fn::ImportValue') === true || /\.\w+$/.test(name ?? '')
  const [only, ...more] = usual
  return isElsewhere || more.length > 0 || only === undefined ? null : only
}

/** What is referred to, without the attribute that is a pool's id. */
function referred(id: ToldValue): string | undefined {
  const [only = id, ...more] = isPart(id) && id.is === 'text' ? id.parts.filter((part) => part !== '') : [id]
  return more.length === 0 && isPart(only) && only.is === 'ask' ? only.id.replace(/\.Id$/, '') : undefined
}
