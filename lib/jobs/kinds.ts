import 'server-only'
import { storeScanPage } from '../identity-index/store-scan-page.ts'
import { abandonScan, completeScan } from '../identity-index/scans.ts'
import { checkMergesJob } from './check-merges-job.ts'
import { deleteByFilterJob } from './delete-by-filter-job.ts'
import { deleteIdentitiesJob } from './delete-identities-job.ts'
import { deletePoolIdentitiesJob } from './delete-pool-identities-job.ts'
import type { JobKind } from './job-kind.ts'
import { lookUpListJob } from './look-up-list-job.ts'
import { mergeListJob } from './merge-list-job.ts'
import { scanPoolJob } from './scan-pool-job.ts'

/** Reads a pool into the index of identities. */
export const scanPoolKind = scanPoolJob({ storeScanPage, completeScan, abandonScan })

/** Every kind of job that there is. */
export const jobKinds: readonly JobKind[] = [
  deleteIdentitiesJob,
  deleteByFilterJob,
  deletePoolIdentitiesJob,
  scanPoolKind,
  lookUpListJob,
  checkMergesJob,
  mergeListJob,
]

export const kindNamed = (name: string, kinds: readonly JobKind[] = jobKinds): JobKind | null =>
  kinds.find(({ kind }) => kind === name) ?? null
