/** A statement of a trust policy as far as it matters here; what was one value is a list of one. */
export type TrustStatement = {
  effect: 'Allow' | 'Deny'
  principals: Listed
  actions: Listed
  conditions: TrustCondition[]
}

/** What a statement lists, or with `not` all but that. Of principals the federated ones; `*` stands for everybody. */
export type Listed = { not: boolean; names: string[] }

/** One line of a statement's `Condition`. */
export type TrustCondition = { operator: string; key: string; values: string[] }

/** The statements of a trust policy, as JSON or as IAM's percent-encoded JSON; null when it is no policy. */
export function readTrustPolicy(document: string): TrustStatement[] | null {
  try {
    const policy: unknown = JSON.parse(document.startsWith('%') ? decodeURIComponent(document) : document)
    return isRecord(policy) ? list(policy['Statement']).filter(isRecord).map(toStatement) : null
  } catch {
    return null
  }
}

const toStatement = (statement: Record<string, unknown>): TrustStatement => ({
  effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
  principals: listed(statement, 'Principal', federated),
  actions: listed(statement, 'Action', texts),
  conditions: conditionsOf(statement['Condition']),
})

function listed(statement: Record<string, unknown>, name: string, read: (value: unknown) => string[]): Listed {
  const not = statement[name] === undefined && statement[`Not${name}`] !== undefined
  return { not, names: read(statement[not ? `Not${name}` : name]) }
}

/** IAM takes `"*"` and `{ "AWS": "*" }` for the same. */
function federated(principal: unknown): string[] {
  if (principal === '*') return ['*']
  if (!isRecord(principal)) return []
  return [...texts(principal['Federated']), ...(texts(principal['AWS']).includes('*') ? ['*'] : [])]
}

const conditionsOf = (condition: unknown): TrustCondition[] =>
  entriesOf(condition).flatMap(([operator, keys]) =>
    entriesOf(keys).map(([key, values]) => ({ operator, key, values: texts(values) })),
  )

const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : [])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

const texts = (value: unknown): string[] => list(value).map(String)
