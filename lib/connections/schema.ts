import { z } from 'zod'
import { connectionIdSchema } from '../pools/schema.ts'

export const listConnectionsInput = z.object({})

export const describeCallerInput = z.object({ connectionId: connectionIdSchema })

export const testConnectionInput = z.object({ connectionId: connectionIdSchema, region: z.string().min(1) })
