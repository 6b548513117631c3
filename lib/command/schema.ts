import { z } from 'zod'
import { severities } from '../findings/check.ts'
import { deleteMatchingInput, matchingInput } from '../jobs/matching-schema.ts'
import { jobInput } from '../jobs/schema.ts'
import { indexFilterInput } from '../identity-index/schema.ts'
import { accessLevels } from '../reach/access-level.ts'
import { connectionIdSchema, poolRefSchema } from '../pools/schema.ts'

const exportFormats = ['csv', 'jsonl'] as const

/** What can be done to one job. */
export const jobVerbs = ['show', 'pause', 'resume', 'cancel'] as const

/** Everything that the command can ask for, as it crosses the socket. */
export const commandSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('jobs list'),
    connectionId: connectionIdSchema.optional(),
    pool: poolRefSchema.optional(),
  }),
  jobInput.extend({ verb: z.enum(jobVerbs) }),
  matchingInput.extend({ verb: z.literal('plan') }),
  deleteMatchingInput.extend({ verb: z.literal('delete') }),
  z.object({ verb: z.literal('scan'), pool: poolRefSchema }),
  z.object({ verb: z.literal('sign-in-link') }),
  indexFilterInput.extend({ verb: z.literal('export'), format: z.enum(exportFormats) }),
  z.object({ verb: z.literal('reach'), pool: poolRefSchema, failOn: z.enum(accessLevels).nullable() }),
  z.object({
    verb: z.literal('findings'),
    connectionId: connectionIdSchema.optional(),
    failOn: z.enum(severities).nullable(),
  }),
])
export type Command = z.infer<typeof commandSchema>

const USER_MAX = 64

/** `user`: the name of the operating system's user who asks; the socket lets in nobody else. */
export const commandRequestSchema = z.object({
  user: z
    .string()
    .min(1)
    .max(USER_MAX)
    .regex(/^[^\p{C}]+$/u),
  /** Of a program, which then acts in the place of the user. */
  token: z.string().max(200).optional(),
  command: commandSchema,
})
export type CommandRequest = z.infer<typeof commandRequestSchema>
