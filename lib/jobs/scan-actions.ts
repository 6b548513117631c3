'use server'

import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { beginScan } from '../identity-index/scans.ts'
import { defineAction } from '../operation/define-action.ts'
import { kindFor } from './kind-for.ts'
import { scanPoolKind } from './kinds.ts'
import { startScan } from './start-scan.ts'
import { wakeRunner } from './process-runner.ts'
import { scanPoolInput } from './schema.ts'

/**
 * Has a pool read into the index of identities, or answers the job that does it already. It changes nothing at AWS.
 * Errors: `FORBIDDEN`, `UNAVAILABLE`.
 */
export const scanPool = defineAction({
  name: 'ScanPool',
  effect: 'read',
  permission: 'jobs:run',
  input: scanPoolInput,
  async run({ actor, connection }, { pool }) {
    kindFor(actor, scanPoolKind.kind)
    const job = await startScan(store(), {
      jobId: newOperationId(),
      kind: scanPoolKind,
      pool,
      name: 'Scan pool',
      connection,
      actor,
      at: Date.now(),
      begin: beginScan,
    })
    wakeRunner()
    return job
  },
})
