import 'server-only'
import { unwrap } from '../core/result.ts'
import type { PoolRef } from '../core/refs.ts'
import { accessLevels, levelWords, widthWords, type AccessLevel } from '../reach/access-level.ts'
import { describeReach } from '../reach/actions.ts'
import type { ReachRow } from '../reach/reach-of.ts'
import type { CommandAnswer } from './answer.ts'
import { exitCodes } from './exit-codes.ts'

/**
 * What a pool's people reach. With `failOn` it is found when guests reach so far beyond data of their own; a role that
 * is not known must not be taken for one that reaches nothing.
 */
export async function runReach({
  pool,
  failOn,
}: {
  pool: PoolRef
  failOn: AccessLevel | null
}): Promise<CommandAnswer> {
  const { rows, ceiling } = await unwrap(describeReach({ pool }))
  const isUnread = rows.some(({ kind, unread }) => unread !== null && kind !== 'token')
  const exit = rows.some((row) => isBad(row, failOn)) ? exitCodes.found : isUnread ? exitCodes.failed : exitCodes.done
  return { exit, value: { rows, ceiling }, words: rows.flatMap(linesOf).join('\n') || 'This pool names no role.' }
}

const isBad = ({ kind, cells }: ReachRow, failOn: AccessLevel | null): boolean =>
  failOn !== null &&
  (kind === 'guest' || kind === 'guest-basic') &&
  cells.some(({ actions }) =>
    actions.some(({ level, width }) => width !== 'own' && accessLevels.indexOf(level) >= accessLevels.indexOf(failOn)),
  )

function linesOf({ who, arn, cells, unread, keptBack, regained }: ReachRow): string[] {
  const head = arn === null ? who : `${who}  ${arn}`
  if (unread !== null) return [`${head}  not known  ${unread.message}`]
  const kept =
    keptBack.length === 0
      ? []
      : [`${head}  kept back by Cognito: ${keptBack.length} actions${regained ? ', reached by the basic flow' : ''}`]
  if (cells.length === 0) return [`${head}  nothing`, ...kept]
  return [
    ...cells.map(({ service, level, width }) => `${head}  ${service}  ${levelWords[level]}, ${widthWords[width]}`),
    ...kept,
  ]
}
