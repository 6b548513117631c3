import 'server-only'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'
import type { ErrorShape } from '../core/errors.ts'
import { unwrap } from '../core/result.ts'
import { checkIdentityPools } from '../findings/actions.ts'
import { checkById } from '../findings/all-checks.ts'
import { bySeverity } from '../findings/by-severity.ts'
import { severities, type Severity } from '../findings/check.ts'
import type { PoolReport } from '../findings/report.ts'
import { listIdentityPools } from '../pools/actions.ts'
import { currentActor } from '../auth/current-actor.ts'
import { errorShape } from '../core/errors.ts'
import type { CommandAnswer } from './answer.ts'
import { exitCodes } from './exit-codes.ts'

const AT_ONCE = 200

type Unread = { connectionId: string; what: string; error: ErrorShape }
type Found = { connectionId: string; report: PoolReport }

/** The open findings of pools. What could not be read is told, and a pipeline must not take it for nothing found. */
export async function runFindings({
  connectionId,
  failOn,
}: {
  connectionId?: string | undefined
  failOn: Severity | null
}): Promise<CommandAnswer> {
  const { role } = await currentActor()
  const chosen = config().connections.filter(({ id, roles }) =>
    connectionId === undefined ? roles.includes(role) : id === connectionId,
  )
  const found: Found[] = []
  const unread: Unread[] = []
  for (const connection of chosen) await checkAll(connection, found, unread)
  if (connectionId !== undefined && chosen.length === 0) unread.push(noConnection(connectionId))
  const findings = found.flatMap(({ connectionId: of, report }) =>
    report.findings
      .filter(({ suppressed }) => suppressed === null)
      .toSorted(bySeverity)
      .map(({ checkId, subject, evidence }) => ({
        connectionId: of,
        poolId: report.poolId,
        pool: report.name,
        severity: checkById(checkId)?.severity ?? 'low',
        checkId,
        title: checkById(checkId)?.title ?? checkId,
        subject,
        evidence,
      })),
  )
  const isBad = ({ severity }: { severity: Severity }) =>
    failOn !== null && severities.indexOf(severity) <= severities.indexOf(failOn)
  const exit = findings.some(isBad) ? exitCodes.found : unread.length > 0 ? exitCodes.failed : exitCodes.done
  const lines = [
    ...findings.map((one) => `${one.severity}  ${one.connectionId}  ${one.pool} (${one.poolId})  ${one.title}`),
    ...unread.map(({ what, error }) => `not read  ${what}  ${error.message}`),
    `${found.length} ${found.length === 1 ? 'pool' : 'pools'}, ${findings.length} open ${findings.length === 1 ? 'finding' : 'findings'}`,
  ]
  return { exit, value: { findings, unread, pools: found.length }, words: lines.join('\n') }
}

async function checkAll(connection: Connection, found: Found[], unread: Unread[]): Promise<void> {
  const { id: connectionId } = connection
  const lost = (what: string, error: unknown) => unread.push({ connectionId, what, error: errorShape(error) })
  for (const region of connection.regions)
    try {
      for (let cursor: string | undefined; ;) {
        const page = await unwrap(listIdentityPools({ connectionId, region, cursor }))
        await check(
          connectionId,
          page.pools.map(({ poolId }) => poolId),
          { found, lost },
        )
        cursor = page.nextCursor ?? undefined
        if (cursor === undefined) break
      }
    } catch (error) {
      lost(region, error)
    }
}

type Into = { found: Found[]; lost: (what: string, error: unknown) => void }

async function check(connectionId: string, poolIds: readonly string[], { found, lost }: Into): Promise<void> {
  for (let start = 0; start < poolIds.length; start += AT_ONCE)
    for await (const item of await checkIdentityPools({
      connectionId,
      poolIds: poolIds.slice(start, start + AT_ONCE),
    })) {
      if (!item.ok) lost(connectionId, item.error)
      else if (item.value.value === null) lost(item.value.poolId, item.value.error)
      else found.push({ connectionId, report: item.value.value })
    }
}

const noConnection = (connectionId: string): Unread => ({
  connectionId,
  what: connectionId,
  error: { code: 'NOT_FOUND', message: `There is no connection "${connectionId}".` },
})
