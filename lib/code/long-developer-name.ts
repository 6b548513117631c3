import type { PoolSnapshot } from './snapshot.ts'

/** What a tool that takes 100 characters says of a longer name, which the service takes. */
export function longDeveloperName(tool: string, { pool }: PoolSnapshot): string[] {
  return (pool.developerProviderName ?? '').length > 100
    ? [`${tool} refuses a developer provider name of more than 100 characters, and this one is longer.`]
    : []
}
