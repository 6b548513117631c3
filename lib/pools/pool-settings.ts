import { z } from 'zod'

const texts = z.record(z.string(), z.string())

/** What a pool is, wherever it is. Values of login providers that are secrets (Twitter's) never leave the server. */
export const poolSettingsSchema = z.object({
  name: z.string(),
  allowUnauthenticated: z.boolean(),
  /** Unset is a state of its own: the service then still answers the basic flow. */
  classicFlow: z.enum(['unset', 'off', 'on']),
  userPools: z.array(z.object({ providerName: z.string(), clientId: z.string(), serverSideTokenCheck: z.boolean() })),
  /** Provider name → app id, as the service keeps it. */
  loginProviders: texts,
  oidcProviderArns: z.array(z.string()),
  samlProviderArns: z.array(z.string()),
  developerProviderName: z.string().nullable(),
  tags: texts,
})
export type PoolSettings = z.infer<typeof poolSettingsSchema>
export type SettingKey = keyof PoolSettings

/** Something made of each setting's value. */
export type BySetting<T> = { [K in SettingKey]: (value: PoolSettings[K]) => T }
