import { z } from 'zod'
import { withoutSecrets } from '../login-providers/provider-secrets.ts'
import { poolSettingsSchema } from '../pools/pool-settings.ts'

const texts = z.record(z.string(), z.string())

/** What an entry does not tell of a pool is older than that setting; every pool has these two. */
export const poolShape = poolSettingsSchema
  .extend({ loginProviders: texts.transform(withoutSecrets) })
  .partial()
  .required({ name: true, allowUnauthenticated: true })

export const principalTagsShape = { provider: z.string(), useDefaults: z.boolean(), tags: texts }

export type StoredPool = z.infer<typeof poolShape>
