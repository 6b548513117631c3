import {
  readConditions,
  isRecord,
  list,
  listed,
  parsed,
  texts,
  type Condition,
  type Listed,
} from '../policies/policy.ts'

/** A statement of a trust policy as far as it matters here; of principals the federated ones, `*` for everybody. */
export type TrustStatement = {
  effect: 'Allow' | 'Deny'
  principals: Listed
  actions: Listed
  conditions: Condition[]
}

/** The statements of a trust policy, as JSON or as IAM's percent-encoded JSON; null when it is no policy. */
export function readTrustPolicy(document: string): TrustStatement[] | null {
  const policy = parsed(document)
  const statements = isRecord(policy) ? list(policy['Statement']).filter(isRecord) : null
  // IAM refuses to keep a policy with such a statement.
  return statements?.every(({ Effect }) => Effect === 'Allow' || Effect === 'Deny') ? statements.map(toStatement) : null
}

const toStatement = (statement: Record<string, unknown>): TrustStatement => ({
  effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
  principals: listed(statement, 'Principal', federated),
  actions: listed(statement, 'Action'),
  conditions: readConditions(statement['Condition']),
})

/** IAM takes `"*"` and `{ "AWS": "*" }` for the same. */
function federated(principal: unknown): string[] {
  if (principal === '*') return ['*']
  if (!isRecord(principal)) return []
  return [...texts(principal['Federated']), ...(texts(principal['AWS']).includes('*') ? ['*'] : [])]
}
