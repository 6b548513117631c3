import { zodResolver } from '@hookform/resolvers/zod'
import { accessSettingsSchema } from '#lib/pool-access/schema.ts'

export const accessResolver = zodResolver(accessSettingsSchema)
