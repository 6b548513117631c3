import type { MergeSide } from './developer-identity.ts'
import type { MergeOutcome, MergePreview } from './merge-preview.ts'

/** What a look at both sides shows after an answer was lost; `unclear` proves neither. */
export type MergeVerdict = 'done' | 'not done' | 'unclear'

type Compared = { source: MergeSide; preview: MergePreview }

/** Whether two identities were brought together, by what they are now; which of them stays is the service's affair. */
export function mergeVerdict({ source, preview }: Compared, outcome: MergeOutcome): MergeVerdict {
  const { survivor, userIdentifiers, disabled } = outcome
  const { survivorId, disabledId } = preview
  if (survivor.state === 'disabled') return 'unclear'
  if (survivor.identityId !== survivorId) return survivor.identityId === disabledId ? 'done' : 'unclear'
  if (disabled === null) return 'unclear'
  if (disabled.state !== 'disabled') return 'not done'
  const hasAll =
    source.userIdentifiers.every((user) => userIdentifiers.includes(user)) &&
    source.identity.logins.every((login) => survivor.logins.includes(login))
  return hasAll ? 'done' : 'unclear'
}
