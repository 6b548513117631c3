import { describedPool, type DescribedPool } from './described/described-pool.ts'
import { toTold } from './told/told.ts'
import type { Fields } from './template/template.ts'

/** Answers of describe-identity-pool, get-identity-pool-roles and get-principal-tag-attribute-map, in any order. */
export function fromAnswers(answers: readonly Fields[]): DescribedPool[] {
  const descriptions = answers.filter((answer) => 'IdentityPoolName' in answer)
  const others = answers.filter((answer) => !('IdentityPoolName' in answer))
  const ids = new Set(descriptions.map(({ IdentityPoolId: id }) => id))
  const [only, ...more] = descriptions
  const byId = new Map<unknown, Fields[]>()
  const lost: string[] = []
  for (const answer of others) {
    const { IdentityPoolId: id } = answer
    const isOnly = only !== undefined && more.length === 0 && (id === undefined || only['IdentityPoolId'] === undefined)
    const pool = isOnly ? only['IdentityPoolId'] : id
    if (isOnly || (id !== undefined && ids.has(id))) byId.set(pool, [...(byId.get(pool) ?? []), answer])
    else
      lost.push(
        `An object with ${fieldNames(answer)} was left out, because it is of ${poolOf(answer)}, which is not described here.`,
      )
  }
  return descriptions.map((description, index) => {
    const { Roles, RoleMappings, ...pool } = description
    const { IdentityPoolId: id } = description
    const own = byId.get(id) ?? []
    const principalTags = own.filter((answer) => 'IdentityProviderName' in answer)
    const isRoles = (answer: Fields) => 'Roles' in answer || 'RoleMappings' in answer || saysNothing(answer)
    const roles = own.find((answer) => !principalTags.includes(answer) && isRoles(answer))
    const rest = own.filter((answer) => answer !== roles && !principalTags.includes(answer) && !saysNothing(answer))
    const inside = Roles === undefined && RoleMappings === undefined ? undefined : { Roles, RoleMappings }
    const attachment = roles ?? inside
    return describedPool({
      key: `description ${index + 1}`,
      words: 'service',
      poolId: typeof id === 'string' ? id : null,
      pool: toTold(pool),
      ...(attachment && { roles: toTold(attachment) }),
      principalTags: principalTags.map((one, which) => ({
        place: `get-principal-tag-attribute-map ${which + 1}`,
        value: toTold(one),
      })),
      notes: [
        ...rest.map((answer) => `An object with ${fieldNames(answer)} is not understood, so it was left out.`),
        ...lost.slice(0, 20),
      ],
    })
  })
}

/** Whether an answer has nothing but an id, as that of a pool without roles. */
const saysNothing = (answer: Fields): boolean =>
  Object.keys(answer).every((name) => name === 'IdentityPoolId' || name === 'ResponseMetadata' || name === '$metadata')

export const fieldNames = (answer: Fields): string => Object.keys(answer).slice(0, 12).join(', ')

const poolOf = (answer: Fields): string =>
  typeof answer['IdentityPoolId'] === 'string' ? answer['IdentityPoolId'] : 'a pool'
