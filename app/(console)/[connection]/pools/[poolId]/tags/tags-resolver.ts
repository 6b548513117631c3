import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { tagRowsSchema } from '#lib/pools/tag-rows.ts'

export const tagsResolver = zodResolver(z.object({ tags: tagRowsSchema }))
