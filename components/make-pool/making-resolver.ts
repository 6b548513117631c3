import { zodResolver } from '@hookform/resolvers/zod'
import { makingSchema } from '#lib/pool-creation/making-schema.ts'

export const makingResolver = zodResolver(makingSchema)
