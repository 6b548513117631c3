import 'server-only'
import { tokenActor } from '../auth/access-tokens.ts'
import type { Actor } from '../auth/actor.ts'
import { commandActor } from '../auth/current-actor.ts'
import { AppError } from '../core/errors.ts'

/** Who acts at the command line: the token's program where one is shown, else a user of this machine. Errors: `SIGNED_OUT`. */
export async function actorOfCommand({ user, token }: { user: string; token?: string | undefined }): Promise<Actor> {
  if (token === undefined) return commandActor(user)
  const actor = await tokenActor(token)
  if (actor === null)
    throw new AppError({
      code: 'SIGNED_OUT',
      message: 'The token in LIFEGUARD_TOKEN has ended, or is none of this Lifeguard.',
      hint: 'Have an admin make another one, or unset it to act as the user of this machine.',
    })
  return actor
}
