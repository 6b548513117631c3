import type { PoolSettings } from '../pools/pool-settings.ts'

/** Tells the app clients of a pool's user pools apart. */
export const clientOf = ({ providerName, clientId }: PoolSettings['userPools'][number]): string =>
  `${providerName} ${clientId}`
