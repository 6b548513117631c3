import 'server-only'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../db/tables.ts'
import type { Identity } from '../identities/identity.ts'
import { readIdentities } from '../identities/service.ts'
import { poolIdSchema } from '../pools/schema.ts'
import { defineKind, type JobKind } from './job-kind.ts'

/** Where the identities of a scan go; each call is part of the transaction that it is given. */
export type ScanStore = {
  storeScanPage: (transaction: Transaction<Tables>, scanId: number, identities: readonly Identity[]) => Promise<number>
  completeScan: (transaction: Transaction<Tables>, scanId: number) => Promise<void>
  abandonScan: (transaction: Transaction<Tables>, scanId: number) => Promise<void>
}

const parameters = z.object({ poolId: poolIdSchema, scanId: z.int() })

/** Reads all identities of a pool into its index, which it is only when it has come to its end. */
export const scanPoolJob = ({ storeScanPage, completeScan, abandonScan }: ScanStore): JobKind =>
  defineKind({
    kind: 'scan-pool',
    operation: 'ListIdentities',
    effect: 'read',
    permission: 'identities:read',
    takesIds: 'none',
    parameters,
    work: ({ cognito, parameters: { poolId, scanId } }) => ({
      form: 'pages',
      async read(cursor) {
        const listing = { hideDisabled: false, ...(cursor !== null && { cursor }) }
        const { identities, nextCursor } = await readIdentities(cognito, poolId, listing)
        return {
          cursor: nextCursor,
          count: identities.length,
          store: async (transaction) => void (await storeScanPage(transaction, scanId, identities)),
        }
      },
      end: (transaction) => completeScan(transaction, scanId),
      dropped: (transaction) => abandonScan(transaction, scanId),
    }),
  })
