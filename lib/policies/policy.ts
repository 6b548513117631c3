/** What a statement lists, or with `not` all but that. */
export type Listed = { not: boolean; names: string[] }

/** One line of a statement's `Condition`. */
export type Condition = { operator: string; key: string; values: string[] }

/** A statement of a permissions policy; what was one value is a list of one. */
export type PolicyStatement = {
  sid: string | null
  effect: 'Allow' | 'Deny'
  actions: Listed
  resources: Listed
  conditions: Condition[]
  /** Whether `${…}` stands for a key of the request, as it does from version 2012-10-17 on. */
  variables: boolean
  /** Where it stands in its document, from 0. */
  place: number
}

const VARIABLES_SINCE = '2012-10-17'

/**
 * The statements of a permissions policy, as an object, as JSON or as IAM's percent-encoded JSON; null when it is no
 * policy. A statement whose effect or lists IAM would refuse says nothing.
 */
export function readPolicy(document: unknown): PolicyStatement[] | null {
  const policy = typeof document === 'string' ? parsed(document) : document
  if (!isRecord(policy) || policy['Statement'] === undefined) return null
  const variables = policy['Version'] === VARIABLES_SINCE
  return list(policy['Statement']).flatMap((statement, place) => {
    if (!isRecord(statement)) return []
    const effect = statement['Effect']
    if ((effect !== 'Allow' && effect !== 'Deny') || !isWhole(statement)) return []
    const [actions, resources] = [listed(statement, 'Action'), listed(statement, 'Resource')]
    const sid = typeof statement['Sid'] === 'string' ? statement['Sid'] : null
    const conditions = readConditions(statement['Condition'])
    return [{ sid, effect, actions, resources, conditions, variables, place }]
  })
}

/** Whether IAM would take a statement's parts: one of each pair, and conditions that are some. */
function isWhole(statement: Record<string, unknown>): boolean {
  const { Condition: condition = {} } = statement
  const isTwice = (name: string) => statement[name] !== undefined && statement[`Not${name}`] !== undefined
  if (isTwice('Action') || isTwice('Resource') || !isRecord(condition)) return false
  return Object.values(condition).every(
    (keys) => isRecord(keys) && Object.values(keys).every((values) => list(values).every(isScalar)),
  )
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** What JSON or percent-encoded JSON says; null when it is neither. */
export function parsed(document: string): unknown {
  try {
    return JSON.parse(document.trimStart().startsWith('%') ? decodeURIComponent(document) : document) as unknown
  } catch {
    return null
  }
}

/** What a statement says of a kind such as `Action`, or of all but it. */
export function listed(statement: Record<string, unknown>, name: string, read = texts): Listed {
  const not = statement[name] === undefined && statement[`Not${name}`] !== undefined
  return { not, names: read(statement[not ? `Not${name}` : name]) }
}

export const readConditions = (condition: unknown): Condition[] =>
  entriesOf(condition).flatMap(([operator, keys]) =>
    entriesOf(keys).map(([key, values]) => ({ operator, key, values: texts(values) })),
  )

const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : [])

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

export const texts = (value: unknown): string[] => list(value).filter(isScalar).map(String)
