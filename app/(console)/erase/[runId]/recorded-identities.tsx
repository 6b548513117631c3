import { LoginNames } from '#components/developer-identities/login-names.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Table, TableFrame, Td, Th, THead, Tr } from '#components/ui/table.tsx'
import { isErased, type RecordedIdentity } from '#lib/erasure/erasure-record.ts'
import { outcomeWords } from '#lib/erasure/record-words.ts'
import { RecordTime } from './record-time.tsx'

type RecordedIdentitiesProps = { identities: readonly RecordedIdentity[]; nameOf: (connectionId: string) => string }

/** Each identity as it was, and what became of it. */
export function RecordedIdentities({ identities, nameOf }: RecordedIdentitiesProps) {
  return (
    <TableFrame label="Erased identities">
      <Table caption="Erased identities" className="max-sm:min-w-160">
        <THead>
          <tr>
            <Th>Identity</Th>
            <Th>As it was</Th>
            <Th>Outcome</Th>
          </tr>
        </THead>
        <tbody>
          {identities.map((identity) => (
            <Tr key={identity.identityId} className="align-top">
              <Td wrap className="w-1/3 py-2 wrap-anywhere">
                <p className="font-mono text-xs">{identity.identityId}</p>
                <p>
                  <Pool identity={identity} />
                </p>
                <p className="text-soft">{[identity.connectionId, ...identity.alsoIn].map(nameOf).join(', ')}</p>
              </Td>
              <Td wrap className="w-1/3 py-2 wrap-anywhere">
                <AsItWas identity={identity} />
              </Td>
              <Td wrap className="w-1/3 py-2 wrap-anywhere">
                <Outcome identity={identity} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function Pool({ identity: { poolId, poolName } }: { identity: RecordedIdentity }) {
  if (poolId === null) return <span className="text-soft">Its pool is not known</span>
  return (
    <>
      {poolName !== null && <ForeignText text={poolName} />}{' '}
      <span className="font-mono text-xs text-soft">{poolId}</span>
    </>
  )
}

const NOT_TOLD = 'no longer told by the audit log'

function AsItWas({ identity }: { identity: RecordedIdentity }) {
  const { state, logins, userIdentifiers, createdAt, modifiedAt } = identity
  return (
    <dl className="space-y-1 [&_dt]:text-xs [&_dt]:text-soft">
      <dt>Developer user identifiers</dt>
      <dd>
        {userIdentifiers === null ? (
          NOT_TOLD
        ) : userIdentifiers.length === 0 ? (
          'None'
        ) : (
          <ul className="font-mono text-xs leading-5">
            {userIdentifiers.map((user) => (
              <li key={user}>
                <ForeignText text={user} />
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>Logins</dt>
      <dd>{logins === null ? NOT_TOLD : <LoginNames logins={logins} />}</dd>
      <dt>State</dt>
      <dd>{state === null ? 'Not known' : <StateBadge state={state} />}</dd>
      <dt>Created</dt>
      <dd>
        <RecordTime at={createdAt} />
      </dd>
      <dt>Modified</dt>
      <dd>
        <RecordTime at={modifiedAt} />
      </dd>
    </dl>
  )
}

function Outcome({ identity }: { identity: RecordedIdentity }) {
  const { outcome, detail, requestId, checkedAt } = identity
  const tone: BadgeTone = isErased(identity) ? 'success' : outcome === 'waiting' ? 'neutral' : 'danger'
  return (
    <div className="space-y-1">
      <Badge tone={tone}>{outcomeWords[outcome]}</Badge>
      {detail !== null && <p>{detail}</p>}
      <p className="text-xs text-soft">
        Request ID <span className="font-mono">{requestId ?? 'none'}</span>
      </p>
      <p className="text-xs text-soft">
        Looked for again <RecordTime at={checkedAt} />
      </p>
    </div>
  )
}
