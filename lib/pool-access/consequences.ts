import { loginLabel } from '../login-providers/login-label.ts'
import { providerNames } from '../login-providers/provider-names.ts'
import type { Pool } from '../pools/pool.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import { editedTags, withSettings } from './access-settings.ts'
import { tagEdits } from './pool-change.ts'
import type { AccessSettings } from './schema.ts'

/** What a change means for people who use the pool, and whose identities it is about where that can be counted. */
export type Consequence = { text: string; affects: 'guests' | { login: string } | null }

/** The names of providers that have role mappings and principal tags; null where that is not known. */
export type Kept = { mapped: readonly string[] | null; tagged: readonly string[] | null }

/** What is taken away, opened up or fixed for good by saving the settings. */
export function consequences(pool: Pool, settings: AccessSettings, kept: Kept): Consequence[] {
  const next = withSettings(pool, settings)
  return [
    ...guests(pool, next),
    ...classicFlow(pool, next),
    ...providers(pool, next),
    ...leftBehind(pool, next, kept),
    ...developerProvider(pool, next),
    ...tokenChecks(pool, next),
    ...removedTags(pool, settings),
  ]
}

const only = (text: string): Consequence[] => [{ text, affects: null }]

function guests(pool: Pool, next: Pool): Consequence[] {
  if (pool.allowUnauthenticated === next.allowUnauthenticated) return []
  if (next.allowUnauthenticated)
    return only('Guest access on: anyone who knows the pool ID gets an identity and the guest role’s credentials.')
  return [
    {
      text: 'Guest access off: guests are refused at their next call. Their identities stay and become usable again only when they sign in.',
      affects: 'guests',
    },
  ]
}

function classicFlow(pool: Pool, next: Pool): Consequence[] {
  if (pool.classicFlow === next.classicFlow) return []
  if (next.classicFlow === 'off')
    return only('Basic flow off: apps that call GetOpenIdToken and assume a role themselves are refused.')
  return only(
    `Basic flow ${next.classicFlow === 'on' ? 'on' : 'not set'}: an app may take any role whose trust policy accepts this pool.`,
  )
}

function providers(pool: Pool, next: Pool): Consequence[] {
  const left = new Set(providerNames(next).map(({ key }) => key))
  return providerNames(pool).flatMap(({ key, login }) => {
    const about = (what: string): Consequence[] => [{ text: `${loginLabel(key)} ${what}`, affects: { login } }]
    if (!left.has(key)) return about('removed: its users are refused at their next call.')
    if (pool.loginProviders[key] === next.loginProviders[key]) return []
    return about('changed: tokens for the app known so far are refused.')
  })
}

/** The service keeps what is set for a provider when the provider goes. */
function leftBehind(pool: Pool, next: Pool, { mapped, tagged }: Kept): Consequence[] {
  const left = providerNames(next)
  const gone = providerNames(pool).filter(({ key }) => !left.some((one) => one.key === key))
  const mappings = gone.map(({ key }) => key).filter((key) => mapped?.includes(key) ?? true)
  const tags = gone
    .map((one) => one.tags)
    .filter((name) => !left.some((one) => one.tags === name) && (tagged?.includes(name) ?? true))
  const stays = (what: string, names: string[], isKnown: boolean) =>
    names.length === 0
      ? []
      : only(
          `${what} of ${[...new Set(names)].map(loginLabel).join(', ')}${isKnown ? '' : ', where there are any,'} stay in the pool and count again as soon as the provider is added back. Remove them first if they should not.`,
        )
  return [...stays('Role mappings', mappings, mapped !== null), ...stays('Principal tags', tags, tagged !== null)]
}

function developerProvider(pool: Pool, next: Pool): Consequence[] {
  if (pool.developerProviderName || !next.developerProviderName) return []
  return only(`The developer provider name ${next.developerProviderName} can never be changed or removed.`)
}

function tokenChecks(pool: Pool, next: Pool): Consequence[] {
  return pool.userPools.flatMap((before) => {
    const after = next.userPools.find(
      ({ providerName, clientId }) => providerName === before.providerName && clientId === before.clientId,
    )
    if (!before.serverSideTokenCheck || !after || after.serverSideTokenCheck) return []
    return only(
      `Server-side token check off for ${loginLabel(before.providerName)}, app client ${before.clientId}: users who were deleted or signed out everywhere keep getting credentials until their token expires.`,
    )
  })
}

function removedTags(pool: Pool, settings: AccessSettings): Consequence[] {
  return tagEdits(pool, settings).flatMap((edit) => {
    const left = principalTagFacts(editedTags(edit)).map(({ key }) => key)
    const gone = edit.before ? principalTagFacts(edit.before).filter(({ key }) => !left.includes(key)) : []
    if (gone.length === 0) return []
    return only(
      `Principal tags of ${loginLabel(edit.provider)} removed: policies that ask for them stop matching for new sessions.`,
    )
  })
}
