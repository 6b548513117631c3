import 'server-only'
import { recordEvent } from '../audit/record.ts'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import { resolveTarget, type OperationInput } from './target.ts'

/** `about`: what of Lifeguard it is a part of. `asked`: what the audit keeps of what was asked for. */
type Export = { actor: Actor; name: string; about: OperationInput; asked: unknown }

/** Writes who takes what out of Lifeguard: nothing leaves it without an entry. Errors: `UNAVAILABLE`. */
export async function recordExport({ actor, name, about, asked }: Export): Promise<void> {
  const target = resolveTarget(about)
  const place = target && { connectionId: target.connection.id, region: target.region, poolId: target.poolId }
  await recordEvent({ actor, operation: name, target: { ...place }, input: asked, outcome: 'succeeded' }).catch(
    (cause: unknown) => {
      throw notAudited(cause)
    },
  )
}

const notAudited = (cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: 'The audit log could not be written, so nothing was exported.',
      hint: 'Check the disk and the database of Lifeguard, then try again.',
    },
    { cause },
  )
