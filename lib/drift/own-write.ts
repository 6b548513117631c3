import { PRINCIPAL_TAGS_PART, principalTagsPart, ROLES_PART, SETTINGS_PART, TAGS_PART } from './part-names.ts'

/** A write of ours to a part of a pool: after `endedBy`, epoch milliseconds, it changes nothing more. */
export type OwnWrite = { operationId: string; endedBy: number }

/** What an operation of ours changes of a pool. */
const partsOf: Readonly<Record<string, string>> = {
  UpdateIdentityPool: SETTINGS_PART,
  SetIdentityPoolRoles: ROLES_PART,
  TagResource: TAGS_PART,
  UntagResource: TAGS_PART,
  SetPrincipalTagAttributeMap: PRINCIPAL_TAGS_PART,
}

export const watchedOperations: readonly string[] = Object.keys(partsOf)

/** Whether an operation with such an input, JSON as the audit keeps it, changes that part. */
export function changesPart(operation: string, input: string | null, part: string): boolean {
  if (partsOf[operation] !== PRINCIPAL_TAGS_PART) return partsOf[operation] === part
  const provider = providerIn(input)
  return provider === null ? part.startsWith(`${PRINCIPAL_TAGS_PART} `) : part === principalTagsPart(provider)
}

function providerIn(input: string | null): string | null {
  try {
    const asked: unknown = JSON.parse(input ?? 'null')
    return typeof asked === 'object' && asked && 'provider' in asked && typeof asked.provider === 'string'
      ? asked.provider
      : null
  } catch {
    return null
  }
}
