import { highest, isWriteOrMore, levelWords, widest, widthWords, type AccessLevel } from './access-level.ts'
import type { ReachRow } from './reach-of.ts'
import { EVERY_SERVICE, type ReachedAction } from './reach-of-role.ts'

/** What a change gives to somebody of one service. */
export type Gain = { audience: 'guests' | 'users'; service: string; level: AccessLevel; text: string }

/** What a change gives, whether any of it writes or more, and the roles of which that is not known. */
export type Gains = { gains: Gain[]; isStrong: boolean; unread: string[] }

const TOLD = 4
const who = { guests: 'Anyone on the internet may', users: 'Users who sign in may' }

const audienceOf = ({ kind }: ReachRow): Gain['audience'] | null => {
  if (kind === 'nobody' || kind === 'token') return null
  return kind === 'guest' || kind === 'guest-basic' ? 'guests' : 'users'
}

/** What people reach after a change that they did not reach before, service by service. */
export function gained(before: readonly ReachRow[], after: readonly ReachRow[]): Gains {
  const gains = (['guests', 'users'] as const).flatMap((audience) => {
    const had = reachedBy(before, audience)
    const fresh = [...reachedBy(after, audience)].filter(([key]) => !had.has(key)).map(([, one]) => one)
    const byService = Map.groupBy(fresh, ({ action }) => action.split(':')[0] ?? '')
    return [...byService].map(([service, actions]) => gainOf(audience, service, actions))
  })
  const known = new Set(before.filter(({ unread }) => unread === null).map(({ arn }) => arn))
  const unread = after
    .filter((row) => row.unread !== null && row.arn !== null && audienceOf(row) !== null && !known.has(row.arn))
    .map(({ who: people, unread: why }) => `${people}: ${why?.message ?? ''}`)
  return { gains, isStrong: gains.some(({ level }) => isWriteOrMore(level)), unread }
}

/** Each action once for each width. */
const reachedBy = (rows: readonly ReachRow[], audience: Gain['audience']): Map<string, ReachedAction> =>
  new Map(
    rows
      .filter((row) => audienceOf(row) === audience)
      .flatMap(({ cells }) => cells.flatMap(({ actions }) => actions))
      .map((one) => [`${one.action} ${one.width}`, one]),
  )

function gainOf(audience: Gain['audience'], service: string, actions: readonly ReachedAction[]): Gain {
  const level = highest(actions.map((one) => one.level)) ?? 'list'
  const width = widest(actions.map((one) => one.width)) ?? 'all'
  const names = [...new Set(actions.map(({ action }) => action))]
  const rest = names.length - TOLD
  const listed = `${names.slice(0, TOLD).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const text =
    service === EVERY_SERVICE
      ? `${who[audience]} do everything that no policy denies, in every service.`
      : `${who[audience]} ${levelWords[level]} in ${service}, ${widthWords[width]}: ${listed}.`
  return { audience, service, level, text }
}
