import { z } from 'zod'
import { poolRefSchema } from '../pools/schema.ts'

/** The last entry of the page before. */
const cursor = z.int().positive().optional()

export const poolHistoryInput = z.object({ pool: poolRefSchema, cursor })
