import { isolated } from '../core/isolated.ts'
import type { Identity } from '../identities/identity.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { MergeSide } from './developer-identity.ts'

/** What a merge is expected to leave: one identity with everything, and one that nobody reaches. */
export type MergePreview = { survivorId: string; disabledId: string; logins: string[]; userIdentifiers: string[] }

export const mergePreview = (destination: MergeSide, source: MergeSide): MergePreview => ({
  survivorId: destination.identity.identityId,
  disabledId: source.identity.identityId,
  logins: union(destination.identity.logins, source.identity.logins),
  userIdentifiers: union(destination.userIdentifiers, source.userIdentifiers),
})

/** What was read back after a merge. `disabled` is null when that identity no longer exists. */
export type MergeOutcome = { survivor: Identity; userIdentifiers: string[]; disabled: Identity | null }

/** Where the outcome is not what the preview said, a sentence each. */
export function mergeDifferences(preview: MergePreview, { survivor, userIdentifiers, disabled }: MergeOutcome) {
  const { missing: lostLogins, added: newLogins } = difference(preview.logins, survivor.logins)
  const { missing: lostUsers, added: newUsers } = difference(preview.userIdentifiers, userIdentifiers)
  return [
    ...(survivor.identityId === preview.survivorId ? [] : [`The users lead to ${survivor.identityId} now.`]),
    ...(survivor.state === 'disabled' ? [`${survivor.identityId} is disabled.`] : []),
    ...lostLogins.map((login) => `The login of ${loginLabel(login)} is missing.`),
    ...newLogins.map((login) => `There is a login of ${loginLabel(login)} that neither identity had.`),
    ...lostUsers.map((user) => `${isolated(user)} does not lead to it.`),
    ...newUsers.map((user) => `${isolated(user)} leads to it as well.`),
    ...(disabled && disabled.state !== 'disabled' && disabled.identityId !== survivor.identityId
      ? [`${disabled.identityId} is not disabled: it is ${disabled.state}.`]
      : []),
  ]
}

const union = (one: string[], other: string[]) => [...new Set([...one, ...other])]

const difference = (expected: string[], present: string[]) => ({
  missing: expected.filter((item) => !present.includes(item)),
  added: present.filter((item) => !expected.includes(item)),
})
