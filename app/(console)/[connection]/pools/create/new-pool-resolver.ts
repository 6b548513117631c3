import { zodResolver } from '@hookform/resolvers/zod'
import { newPoolSchema } from '#lib/pool-creation/schema.ts'

export const newPoolResolver = zodResolver(newPoolSchema)
