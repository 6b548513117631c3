import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { AppError } from '../core/errors.ts'
import { deleteChunk, isDeleted } from './delete-chunk.ts'
import type { RefusedById, WrittenPage } from './written-pages.ts'

/** So often the service may fail at one identity itself. */
const MOST_ATTEMPTS = 5

/**
 * Deletes the ids of a page until each is gone or refused. One that is refused while the page is in doubt is looked for:
 * an attempt whose answer is lost may have deleted it. Errors: as of `deleteByIds`, and the page says whether it is in
 * doubt by then.
 */
export async function deletePage(cognito: Cognito, page: WrittenPage): Promise<RefusedById> {
  const refused: RefusedById = new Map()
  let left = page.ids
  for (let attempt = 1; left.length > 0; attempt += 1)
    try {
      const isInDoubt = page.isInDoubt
      const answer = await deleteChunk(cognito, left)
      page.isInDoubt = true
      for (const one of answer.refused)
        if (!isInDoubt || !(await isDeleted(cognito, one.item))) refused.set(one.item, one)
      const failed = answer.failed ?? []
      if (attempt >= MOST_ATTEMPTS) for (const one of failed) refused.set(one.item, one)
      left = attempt >= MOST_ATTEMPTS ? [] : failed.map(({ item }) => item)
    } catch (error) {
      if (isLost(error)) page.isInDoubt = true
      // Else the whole page would be sent anew, without a word on those that are gone.
      if (attempt >= MOST_ATTEMPTS || !(isLost(error) || isThrottled(error))) throw error
    }
  return refused
}

const isLost = (error: unknown) =>
  error instanceof AppError && (error.code === 'UNKNOWN_OUTCOME' || error.code === 'UNEXPECTED')

const isThrottled = (error: unknown) => error instanceof AppError && error.code === 'THROTTLED'
