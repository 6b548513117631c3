import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { log } from '../log/log.ts'
import { auditKey } from './audit-key.ts'
import { removeOldEntries } from './remove-old.ts'
import { headSigner } from './sign-heads.ts'
import { publicKeyOf, type SignedHead } from './signed-head.ts'
import { leaveWork, takeWork } from './take-work.ts'

const LOOK_MS = 5_000
const DAY_MS = 86_400_000
const LEASE_MS = 3_600_000

/** Has this process keep the audit log: signs its ends, removes what is too old. Returns how to end it. */
export function startAuditKeeper(): () => Promise<void> {
  const key = auditKey(config())
  const signer = headSigner(store(), { key, every: config().audit.anchorEvery, note })
  const ending = new AbortController()
  const { signal } = ending
  log().info({ publicKey: publicKeyOf(key) }, 'Ends of the audit log are signed by this key')
  const keeping = (async () => {
    await told(signer.now(), 'The end of the audit log could not be signed')
    for (let nextPass = 0; !signal.aborted;) {
      if (Date.now() >= nextPass) {
        nextPass = Date.now() + DAY_MS
        await told(removeAlone(signal), 'Old entries of the audit log could not be removed')
      }
      await wait(LOOK_MS, undefined, { signal }).catch(() => undefined)
      await told(signer.look(), 'The end of the audit log could not be signed')
    }
  })()
  return async () => {
    ending.abort()
    await keeping
    await told(signer.now(), 'The end of the audit log could not be signed')
  }
}

const note = (auditHead: SignedHead) => log().info({ auditHead }, 'The end of the audit log')

/** Removes what is too old unless another copy is at it. */
async function removeAlone(signal: AbortSignal) {
  const work = { name: 'removal' as const, holder: randomUUID() }
  if (!(await takeWork(store(), { ...work, now: Date.now(), forMs: LEASE_MS }))) return
  try {
    const removed = await removeOldEntries(store(), { days: config().audit.retentionDays, signal })
    if (removed > 0) log().info({ removed }, 'Old entries of the audit log were removed')
  } finally {
    await leaveWork(store(), work)
  }
}

const told = (work: Promise<void>, failure: string): Promise<void> =>
  work.catch((error: unknown) => log().warn({ err: error }, failure))
