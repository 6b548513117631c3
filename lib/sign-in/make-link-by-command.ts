import 'server-only'
import { recordEvent } from '../audit/record.ts'
import { currentActor } from '../auth/current-actor.ts'
import { config } from '../config/config.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store } from '../db/open.ts'
import { makeLink } from './links.ts'

/** Makes a link for whoever is at the command line of this machine, which the audit tells of. */
export async function makeLinkByCommand(): Promise<string> {
  const actor = await currentActor()
  return inTransaction(store(), async (transaction) => {
    await recordEvent({ actor, operation: 'MakeSignInLink', outcome: 'succeeded' }, transaction)
    return makeLink(actor.name, config().url, transaction)
  })
}
