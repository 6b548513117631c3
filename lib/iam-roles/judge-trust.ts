import { isolated } from '../core/isolated.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { sentKey, trustNames } from './sent-keys.ts'
import { finding, type TrustFinding, type TrustUse } from './trust-finding.ts'
import { readTrustPolicy, type TrustStatement } from './trust-policy.ts'
import { voidKeys } from './unsent-keys.ts'
import { accepts, ASSUME, concerns, covers, TAG, whoTakes, type Asked, type Session } from './who-takes.ts'
import { whyRefused } from './why-refused.ts'

/**
 * Judges a role's trust policy (JSON, or percent-encoded as IAM gives it) for one use by one pool, by asking it about
 * this pool, another pool, and the other kind of users. An empty answer means that nothing is wrong. Conditions on
 * AWS's own keys that a request may bring count as met; a key that is never sent is absent, as it is for IAM.
 */
export function judgeTrust(document: string, { poolId, users, providers }: TrustUse): TrustFinding[] {
  const statements = readTrustPolicy(document)
  if (!statements) return [finding('unreadable', 'blocks', 'The trust policy could not be read.')]
  const names = trustNames(poolId)
  const asked: Asked = { poolId, providers, names }
  const own = statements.filter(({ principals }) => concerns(principals, names))
  const allowing = own.filter(({ effect }) => effect === 'Allow')
  if (allowing.length === 0)
    return [
      finding('principal', 'blocks', `It does not trust Amazon Cognito: no statement names ${names.principals[0]}.`),
    ]
  if (!allowing.some(({ actions }) => covers(actions, ASSUME)))
    return [finding('action', 'blocks', `It does not allow ${ASSUME} to Amazon Cognito.`)]

  const takers = whoTakes(own, asked)
  const [mine, others] = users === 'authenticated' ? [takers.users, takers.guests] : [takers.guests, takers.users]
  const [session] = mine
  if (!session) return whyRefused(own, asked, users)
  return [
    ...(takers.otherPools.length > 0
      ? [
          finding(
            'any-pool',
            'warns',
            'It trusts any identity pool, of other accounts too: no aud condition holds it to this pool.',
          ),
        ]
      : []),
    ...(others.length > 0 ? [open(users)] : []),
    ...(users === 'authenticated' ? onlySome(own, asked, mine) : []),
    ...onlyNamed(own, asked, mine),
    ...(mine.some((one) => accepts(own, asked, one, TAG))
      ? []
      : [finding('tag-session', 'notes', `It lacks ${TAG}, which attributes for access control need.`)]),
    ...voidKeys(own, names),
  ]
}

/** Whether people of a pool may take the role at all. */
export const isTakenBy = (document: string, use: TrustUse): boolean =>
  judgeTrust(document, use).every(({ severity }) => severity !== 'blocks')

const open = (users: TrustUse['users']): TrustFinding =>
  users === 'authenticated'
    ? finding('guests', 'warns', 'It lets guests in too: no amr condition holds it to authenticated users.')
    : finding('any-users', 'notes', 'It lets users who signed in take it too: no amr condition holds it to guests.')

function onlySome(own: TrustStatement[], asked: Asked, mine: Session[]): TrustFinding[] {
  const providers = mine.flatMap(({ amr }) => amr[1] ?? [])
  const all = asked.providers === null ? providers.length < mine.length : providers.length === asked.providers.length
  if (all || providers.length === 0) return []
  const labels = [...new Set(providers.map((one) => isolated(loginLabel(one))))]
  return [finding('some-providers', 'notes', `Only users of some providers get it, such as ${labels[0]}.`)]
}

/** A role that nobody gets but identities whose ids its conditions name. */
function onlyNamed(own: TrustStatement[], asked: Asked, mine: Session[]): TrustFinding[] {
  if (mine.some((one) => accepts(own, asked, { ...one, stranger: true }))) return []
  const ids = own.flatMap(({ conditions }) =>
    conditions.filter(({ key }) => sentKey(key, asked.names) === 'sub').flatMap(({ values }) => values),
  )
  const [first = '', ...others] = new Set(ids)
  const message =
    others.length === 0
      ? `Only the identity ${isolated(first)} may take it: its sub condition names no other.`
      : `Only the identities that its sub conditions name may take it, such as ${isolated(first)}.`
  return [finding('one-identity', 'notes', message)]
}

/** Whether a policy has a condition on the pool that the service asks for. */
export const namesAud = (document: string, poolId: string): boolean =>
  (readTrustPolicy(document) ?? []).some(({ conditions }) =>
    conditions.some(({ key }) => sentKey(key, trustNames(poolId)) === 'aud'),
  )
