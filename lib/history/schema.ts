import { z } from 'zod'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { runIdSchema } from '../operation/schema.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'
import { auditOutcomes } from './audit-entry.ts'
import { historyFilters } from './history-filter.ts'
import { isMoment } from './moment.ts'

const TEXT_MAX = 1024
/** Runs that go on at the same place of the log. */
export const RUNS_MAX = 1000

/** Where the page before ended, and the runs that it has shown and that go on below. */
const cursor = z.object({ below: z.int().positive(), runs: z.array(z.string().max(100)).max(RUNS_MAX) }).optional()

export const poolHistoryInput = z.object({ pool: poolRefSchema, show: z.enum(historyFilters).optional(), cursor })

const text = z
  .string()
  .max(TEXT_MAX, `At most ${TEXT_MAX} characters.`)
  .refine((given) => isPlainText(given) && given.isWellFormed(), notPlain('What is searched for'))
const moment = z.string().refine(isMoment, 'A day looks like 2026-11-03.').nullable()

/** What an address or a page asks of the log; a connection is named as every input names one. */
export const auditFilterInput = z.object({
  filter: z.object({
    from: moment,
    to: moment,
    operation: text,
    actor: text,
    pool: text,
    identity: text,
    user: text,
    text,
    reason: text,
    outcome: z.enum(auditOutcomes, `An outcome is one of ${auditOutcomes.join(', ')}.`).nullable(),
  }),
  connectionId: connectionIdSchema.optional(),
})

/** The time over which operations are counted. */
export const countOperationsInput = z.object({
  over: z.object({ from: moment, to: moment }),
  connectionId: connectionIdSchema.optional(),
})

export const listAuditEntriesInput = auditFilterInput.extend({ cursor })

export const listRunInput = z.object({ runId: runIdSchema.unwrap(), cursor })

/** Tests and older versions made ids of other forms. */
export const auditEntryInput = z.object({ operationId: z.string().min(1).max(200) })
