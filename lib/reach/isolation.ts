import { namesAction } from '../policies/decide.ts'
import { like } from '../policies/pattern.ts'
import type { PolicyStatement } from '../policies/policy.ts'
import { serviceOf, type KnownAction } from './known-action.ts'
import { conditionsHoldOwn, namesOwn } from './own-data.ts'

/** Services that keep data of users side by side. */
export const SHARED_DATA: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'iot', 'cognito-sync', 'appsync'])

const IOT = /^iot:(?:Connect|Publish|Subscribe|Receive|RetainPublish|GetRetainedMessage|\w*ThingShadow)$/i
const SYNC = /^cognito-sync:(?:\w*Records?|\w*Dataset|ListDatasets|DescribeIdentityUsage|\w*Device)$/i

/** Whether an action reads or writes what users have, rather than what holds it. */
export function isOfData({ service, action, resources, keys }: KnownAction): boolean {
  if (service === 's3') return resources.some((arn) => arn.endsWith('/${ObjectName}')) || /:ListBucket/i.test(action)
  if (service === 'dynamodb') return keys.includes('dynamodb:leadingkeys') || /:(?:Scan|GetRecords)$/i.test(action)
  if (service === 'appsync') return /:GraphQL$/i.test(action)
  return service === 'iot' ? IOT.test(action) : service === 'cognito-sync' && SYNC.test(action)
}

/**
 * Whether a role's statements keep the data of its users apart for an action. A prefix that everybody shares beside one
 * of each user's own is taken as meant, unless it has that within it.
 */
export function isIsolated(statements: readonly PolicyStatement[], known: KnownAction): boolean {
  const allowing = statements.filter(({ effect }) => effect === 'Allow')
  const about = allowing.filter(({ actions }) => namesAction(actions, known.action))
  const shared = about.filter((statement) => !conditionsHoldOwn(statement, known.keys))
  if (shared.some(({ resources }) => resources.not)) return false
  const open = shared.flatMap((statement) => statement.resources.names.filter((name) => !namesOwn(name, statement)))
  const own = allowing.flatMap((statement) => ownOf(statement, known))
  if (open.length === 0) return true
  return own.length > 0 && open.every((pattern) => !own.some((one) => pattern === one || like(pattern, one)))
}

/** What of a service a statement holds to each user's own. */
const ownOf = (statement: PolicyStatement, { service, keys }: KnownAction): string[] =>
  statement.actions.names.some((name) => serviceOf(name) === service)
    ? statement.resources.names.filter((name) => conditionsHoldOwn(statement, keys) || namesOwn(name, statement))
    : []

/** The key of a `ForAllValues` that holds nothing back, since the action does not bring it; null when there is none. */
export function keyNotBrought(statements: readonly PolicyStatement[], { action, keys }: KnownAction): string | null {
  for (const statement of statements) {
    if (statement.effect !== 'Allow' || !namesAction(statement.actions, action)) continue
    if (conditionsHoldOwn(statement, keys)) continue
    const found = statement.conditions.find(
      ({ operator, key, values }) =>
        /^forallvalues:/i.test(operator) &&
        !keys.includes(key.toLowerCase()) &&
        values.some((value) => namesOwn(value, statement)),
    )
    if (found && conditionsHoldOwn(statement, [...keys, found.key.toLowerCase()])) return found.key
  }
  return null
}
