import { errorShape } from '../core/errors.ts'
import { untilServerAnswers } from './server-reach.ts'
import { toast } from './toast.ts'

/**
 * A failure as a toast: what did not happen, why, what to do and where the log tells more. While the server is gone the
 * page says that once for all that met nobody, so that nothing is raised. Browser only.
 */
export async function tellFailure(title: string, error: unknown): Promise<void> {
  const { message, hint, reference, lost } = errorShape(error)
  if (lost && (await untilServerAnswers())) return
  const description = [message, hint, reference && `Reference ${reference}.`].filter(Boolean).join(' ')
  toast({ title, description, tone: 'danger' })
}
