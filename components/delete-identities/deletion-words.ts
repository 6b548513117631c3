import { identityCount } from '#lib/identities/identity-count.ts'
import type { BatchWords } from '../batch/batch-words.ts'
import { refusalMeanings } from '../jobs/job-words.ts'

/** The deletion of identities, in words. */
export const deletionWords: BatchWords = {
  verb: 'Delete',
  noun: 'deletion',
  past: 'deleted',
  count: identityCount,
  left: 'Identities that were not deleted',
  open: 'Identities that may or may not be deleted',
  meanings: refusalMeanings,
}
