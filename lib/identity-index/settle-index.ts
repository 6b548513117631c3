import 'server-only'
import { sideStore, type SideStore } from '../db/read-store.ts'
import { settleTables } from '../db/settle-tables.ts'

/** Makes the first questions to a new index as quick as later ones. Call it when a scan is complete and committed. */
export const settleIndex = ({ read }: SideStore = sideStore()): Promise<void> =>
  settleTables(read, ['indexed_identity', 'identity_day'])
