import { fromService, type Fields, type ImportedPool } from './from-service.ts'

/** Answers of describe-identity-pool, get-identity-pool-roles and get-principal-tag-attribute-map, in any order. */
export function fromAnswers(answers: Fields[]): ImportedPool[] {
  const descriptions = answers.filter((answer) => 'IdentityPoolName' in answer)
  const others = answers.filter((answer) => !descriptions.includes(answer))
  const lost = others
    .filter((answer) => !descriptions.some((description) => isOf(answer, description, descriptions.length)))
    .map(
      (answer) =>
        `An object with ${fieldNames(answer)} was left out, because it is of ${poolOf(answer)}, which is not described here.`,
    )
  return descriptions.map((description, index) => {
    const { Roles, RoleMappings, ...pool } = description
    const own = others.filter((answer) => isOf(answer, description, descriptions.length))
    const roles = own.find((answer) => 'Roles' in answer || 'RoleMappings' in answer)
    const principalTags = own.filter((answer) => 'IdentityProviderName' in answer)
    const rest = own.filter((answer) => answer !== roles && !principalTags.includes(answer))
    return fromService(`description ${index + 1}`, { pool, roles: roles ?? { Roles, RoleMappings }, principalTags }, [
      ...rest.map((answer) => `An object with ${fieldNames(answer)} is not understood, so it was left out.`),
      ...(index === 0 ? lost : []),
    ])
  })
}

export const fieldNames = (answer: Fields): string => Object.keys(answer).join(', ')

const poolOf = (answer: Fields): string =>
  typeof answer['IdentityPoolId'] === 'string' ? answer['IdentityPoolId'] : 'a pool'

/** Whether an answer is of a described pool: one that does not say so, or a description without an id, only when there is no other. */
function isOf({ IdentityPoolId: one }: Fields, { IdentityPoolId: other }: Fields, descriptions: number): boolean {
  if (one === undefined || other === undefined) return descriptions === 1
  return one === other
}
