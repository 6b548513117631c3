/** A statement of a trust policy as far as it matters here; what was one value is a list of one. */
export type TrustStatement = {
  effect: 'Allow' | 'Deny'
  /** Federated principals; `*` stands for everybody. */
  federated: string[]
  actions: string[]
  conditions: TrustCondition[]
}

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

function toStatement({ Effect, Principal, Action, Condition }: Record<string, unknown>): TrustStatement {
  return {
    effect: Effect === 'Deny' ? 'Deny' : 'Allow',
    federated: Principal === '*' ? ['*'] : isRecord(Principal) ? texts(Principal['Federated']) : [],
    actions: texts(Action),
    conditions: Object.entries(isRecord(Condition) ? Condition : {}).flatMap(([operator, keys]) =>
      Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({ operator, key, values: texts(values) })),
    ),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

const texts = (value: unknown): string[] => list(value).map(String)
