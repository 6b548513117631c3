import { zodResolver } from '@hookform/resolvers/zod'
import { rolesFormSchema } from '#lib/roles/schema.ts'

export const rolesResolver = zodResolver(rolesFormSchema)
