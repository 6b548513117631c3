import { regionOfId } from '../core/limits.ts'
import { like, meetsCondition, type ContextOf } from './meets-condition.ts'
import { readTrustPolicy, type TrustStatement } from './trust-policy.ts'

/** What a pool uses a role for. */
export type TrustUse = { poolId: string; users: 'authenticated' | 'unauthenticated' }

/**
 * `unreadable`, `principal`, `action`, `pool`, `users`: the pool cannot hand out the role. `any-pool`: every identity
 * pool of every account may assume it. `guests`: guests may take a role that is meant for users. `any-users`: signed-in
 * users may take the guest role. `some-providers`: only users of some providers get it. `tag-session`: attributes for
 * access control do not work with it.
 */
export type TrustCode =
  | 'unreadable'
  | 'principal'
  | 'action'
  | 'pool'
  | 'users'
  | 'any-pool'
  | 'guests'
  | 'any-users'
  | 'some-providers'
  | 'tag-session'

/** `blocks`: no credentials at all; `warns`: more get in than should; `notes`: good to know. */
export type TrustFinding = { code: TrustCode; severity: 'blocks' | 'warns' | 'notes'; message: string }

const ASSUME = 'sts:AssumeRoleWithWebIdentity'
const TAG = 'sts:TagSession'

/** The service's names in trust policies, as principal and before the condition keys, by the Region's partition. */
function serviceNames(poolId: string): string[] {
  const region = regionOfId(poolId)
  if (region.startsWith('cn-'))
    return ['cognito-identity.cn-north-1.amazonaws.com.cn', 'cognito-identity.amazonaws.com.cn']
  if (region.startsWith('us-gov-'))
    return ['cognito-identity-us-gov.amazonaws.com', 'cognito-identity.us-gov-west-1.amazonaws.com']
  return ['cognito-identity.amazonaws.com']
}

/**
 * Judges a role's trust policy (JSON, or percent-encoded as IAM gives it) for one use by one pool, by asking it about
 * this pool, another pool, and the other kind of users. An empty answer means that nothing is wrong. Conditions on
 * other keys than the service's own count as met.
 */
export function judgeTrust(document: string, { poolId, users }: TrustUse): TrustFinding[] {
  const statements = readTrustPolicy(document)
  if (!statements) return [finding('unreadable', 'blocks', 'The trust policy could not be read.')]
  const names = serviceNames(poolId)
  const own = statements.filter(({ federated }) => federated.some((name) => name === '*' || names.includes(name)))
  if (!own.some(({ effect }) => effect === 'Allow'))
    return [finding('principal', 'blocks', `It does not trust Amazon Cognito: no statement names ${names[0]}.`)]
  if (!own.some((statement) => statement.effect === 'Allow' && covers(statement, ASSUME)))
    return [finding('action', 'blocks', `It does not allow ${ASSUME} to Amazon Cognito.`)]

  const accepts = (session: Session, action = ASSUME) => allows(own, action, contextFor(names, session))
  const amr = [users]
  const other = users === 'authenticated' ? 'unauthenticated' : 'authenticated'
  const named = own.flatMap(({ conditions }) => conditions.flatMap(({ values }) => values))
  const provider = named.find((value) => value !== other && accepts({ aud: poolId, amr: [users, value] }))
  const session = {
    aud: poolId,
    amr: provider === undefined || accepts({ aud: poolId, amr }) ? amr : [users, provider],
  }
  if (!accepts(session)) return [refusal(users, accepts({ aud: poolId, amr: null }))]

  const foreign = { aud: `${regionOfId(poolId)}:00000000-0000-4000-8000-000000000000`, sub: true }
  const findings: TrustFinding[] = []
  if (accepts({ ...foreign, amr: session.amr }))
    findings.push(
      finding(
        'any-pool',
        'warns',
        'It trusts any identity pool, of other accounts too: no aud condition holds it to this pool.',
      ),
    )
  if (accepts({ aud: poolId, amr: [other] })) findings.push(open(users))
  if (session.amr !== amr)
    findings.push(finding('some-providers', 'notes', `Only users of some providers get it, such as ${provider}.`))
  if (!accepts(session, TAG))
    findings.push(finding('tag-session', 'notes', `It lacks ${TAG}, which attributes for access control need.`))
  return findings
}

const finding = (code: TrustCode, severity: TrustFinding['severity'], message: string): TrustFinding => ({
  code,
  severity,
  message,
})

const who = { authenticated: 'users who signed in', unauthenticated: 'guests' }

const refusal = (users: TrustUse['users'], poolTrusted: boolean): TrustFinding =>
  poolTrusted
    ? finding('users', 'blocks', `It does not let ${who[users]} in: its amr condition leaves out ${users}.`)
    : finding('pool', 'blocks', 'It does not trust this pool: its aud condition names others.')

const open = (users: TrustUse['users']): TrustFinding =>
  users === 'authenticated'
    ? finding('guests', 'warns', 'It lets guests in too: no amr condition holds it to authenticated users.')
    : finding('any-users', 'notes', 'It lets users who signed in take it too: no amr condition holds it to guests.')

const covers = ({ actions }: TrustStatement, action: string): boolean =>
  actions.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()))

/** A session to ask about: `amr` null stands for any users, `sub` for an identity that no policy names. */
type Session = { aud: string; amr: string[] | null; sub?: boolean }

const contextFor =
  (names: string[], { aud, amr, sub = false }: Session): ContextOf =>
  (key) => {
    const colon = key.lastIndexOf(':')
    if (!names.includes(key.slice(0, colon).toLowerCase())) return null
    const claim = key.slice(colon + 1).toLowerCase()
    if (claim === 'aud') return [aud]
    if (claim === 'amr') return amr
    return claim === 'sub' && sub ? [aud] : null
  }

/** Unknown conditions count as met where they allow, as not met where they deny. */
function allows(statements: TrustStatement[], action: string, contextOf: ContextOf): boolean {
  const applying = (effect: TrustStatement['effect'], unknown: boolean) =>
    statements.some(
      (statement) =>
        statement.effect === effect &&
        covers(statement, action) &&
        statement.conditions.every((condition) => meetsCondition(condition, contextOf) ?? unknown),
    )
  return applying('Allow', true) && !applying('Deny', false)
}
