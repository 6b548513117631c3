import { z } from 'zod'
import { connectionIdSchema } from '../pools/schema.ts'

export const listConnectionsInput = z.object({})

export const describeCallerInput = z.object({ connectionId: connectionIdSchema })
