import { z } from 'zod'

export const listConnectionsInput = z.object({})
