import { loginCount, type MergeSide } from './developer-identity.ts'

/** What speaks for keeping one side of a merge rather than the other, a word or two each. */
export function sideMerits(side: MergeSide, other: MergeSide, providerName: string): string[] {
  if (side.identity.identityId === other.identity.identityId) return []
  const count = ({ identity, userIdentifiers }: MergeSide) => loginCount(identity, userIdentifiers, providerName)
  return [
    ...(isBefore(side.identity.createdAt, other.identity.createdAt) ? ['Older'] : []),
    ...(count(side) > count(other) ? ['More logins'] : []),
    ...(isBefore(other.identity.modifiedAt, side.identity.modifiedAt) ? ['Changed last'] : []),
  ]
}

const isBefore = (one: number | null, other: number | null) => one !== null && other !== null && one < other
