import 'server-only'
import { storeWrites } from '../db/store-writes.ts'
import { isStopping } from './stopping.ts'

/** Whether this copy should be sent requests. */
export const isReady = async (): Promise<boolean> => !isStopping() && storeWrites()
