import type { PolicyStatement } from '../policies/policy.ts'
import { isIsolated, isOfData, keyNotBrought, SHARED_DATA } from './isolation.ts'
import type { ActionData, KnownAction } from './known-action.ts'
import { statementsAbout } from './layers-of-service.ts'
import { leftOutWords, ownDataPolicy } from './own-data-policy.ts'
import { denying, denyingGuests, denyingWithout } from './policies-to-copy.ts'
import { reachWords } from './reach-words.ts'
import type { ReachFault, ReachFaults } from './reach-fault.ts'
import type { ReachFacts, ReachRow } from './reach-of.ts'
import type { ReachedAction } from './reach-of-role.ts'
import { statementsOf } from './statements-of.ts'
import { isForeignWrite, isPower, waysUp } from './powers.ts'

const TOLD = 6

/** Says a list as far as it is short. */
const some = (names: readonly string[]): string => {
  const distinct = [...new Set(names)]
  const rest = distinct.length - TOLD
  return rest > 0 ? `${distinct.slice(0, TOLD).join(', ')} and ${rest} more` : distinct.join(', ')
}

/** What is unsafe in what a pool's people reach; each fault once a role. */
export function faultsOf(rows: readonly ReachRow[], { pool, policies, data }: ReachFacts): ReachFaults {
  const statements = new Map(
    policies.flatMap((read) => (read.known ? [[read.arn, read.value.policies.flatMap(statementsOf)] as const] : [])),
  )
  const faults = new Map<string, ReachFault>()
  for (const row of rows) {
    const { arn } = row
    if (arn === null || row.unread !== null || row.kind === 'nobody') continue
    const found = isGuest(row)
      ? guestFaults(row, arn)
      : userFaults(row, { arn, statements: statements.get(arn) ?? [], data, poolId: pool.poolId })
    for (const fault of found) if (!faults.has(`${fault.code} ${arn}`)) faults.set(`${fault.code} ${arn}`, fault)
  }
  const unread = policies.flatMap((read) =>
    read.known || read.error.code === 'NOT_FOUND' ? [] : [{ arn: read.arn, why: read.error.message }],
  )
  return { faults: [...faults.values()], words: reachWords(rows), unread }
}

const isGuest = ({ kind }: ReachRow): boolean => kind === 'guest' || kind === 'guest-basic'
const actionsIn = ({ cells }: ReachRow): ReachedAction[] => cells.flatMap(({ actions }) => actions)
const named = (actions: readonly ReachedAction[]): string[] => actions.map(({ action }) => action)

function guestFaults(row: ReachRow, arn: string): ReachFault[] {
  const reached = actionsIn(row)
  const powers = named(reached.filter(isPower))
  const writes = named(reached.filter((one) => isForeignWrite(one) && !isPower(one)))
  const kept = row.regained ? named(row.keptBack) : []
  const ways = waysUp(reached)
  const flow = row.kind === 'guest' ? '' : ' by the basic flow'
  return [
    ...(powers.length > 0
      ? [
          {
            code: 'guest-powers' as const,
            arn,
            evidence: `Guests may${flow}: ${some(powers)}.`,
            policy: denyingGuests(powers),
          },
        ]
      : []),
    ...(writes.length > 0
      ? [
          {
            code: 'guest-writes' as const,
            arn,
            evidence: `Guests may${flow}: ${some(writes)}.`,
            policy: denyingGuests(writes),
          },
        ]
      : []),
    ...(kept.length > 0
      ? [
          {
            code: 'basic-only' as const,
            arn,
            evidence: `Cognito keeps these back from guests, and the basic flow gives them: ${some(kept)}.`,
            policy: denyingGuests(kept),
          },
        ]
      : []),
    ...(ways.length > 0 ? [wayUp(arn, 'Guests', ways)] : []),
  ]
}

type OfUsers = { arn: string; statements: readonly PolicyStatement[]; data: ActionData; poolId: string }

function userFaults(row: ReachRow, { arn, statements, data, poolId }: OfUsers): ReachFault[] {
  const reached = new Map(actionsIn(row).map((one) => [one.action, one]))
  const ofData = [...SHARED_DATA].flatMap((service) =>
    (data.get(service) ?? []).filter(
      (known) => (reached.get(known.action)?.width ?? 'own') !== 'own' && isOfData(known),
    ),
  )
  const about = new Map([...SHARED_DATA].map((service) => [service, statementsAbout(statements, service)]))
  const own = ({ service }: KnownAction) => about.get(service) ?? []
  const absent = Map.groupBy(ofData, (known) => keyNotBrought(own(known), known))
  const open = (absent.get(null) ?? []).filter((known) => !isIsolated(own(known), known))
  const ways = waysUp([...reached.values()])
  const { policy, leftOut } = ownDataPolicy(
    open.map(({ action, level }) => ({ action, level, ofData: true })),
    poolId,
  )
  const evidence = [`Each user reaches what every user has: ${some(open.map(nameOf))}.`, ...leftOut.map(leftOutWords)]
  return [
    ...(open.length > 0 ? [{ code: 'no-isolation' as const, arn, evidence: evidence.join(' '), policy }] : []),
    ...[...absent].flatMap(([key, actions]) =>
      key === null
        ? []
        : [
            {
              code: 'absent-key' as const,
              arn,
              evidence: `${some(actions.map(nameOf))}: no ${key} comes with it, and ForAllValues holds of a key that is not there.`,
              policy: denyingWithout(actions.map(nameOf), key),
            },
          ],
    ),
    ...(ways.length > 0 ? [wayUp(arn, 'Users', ways)] : []),
  ]
}

const nameOf = ({ action }: KnownAction): string => action

const wayUp = (arn: string, who: string, ways: readonly (readonly string[])[]): ReachFault => ({
  code: 'ways-up',
  arn,
  evidence: `${who} get more than they were given with ${some(ways.map((way) => way.join(' and ')))}.`,
  policy: denying(ways.flatMap((way) => way.slice(0, 1))),
})
