'use client'

import { Badge } from '#components/ui/badge.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { isAsForecast } from '#lib/access-test/role-forecast.ts'
import type { CredentialsAnswer as Answer } from '#lib/access-test/run-test.ts'
import type { SessionRole } from '#lib/access-test/session.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { RoleOutcome } from '#lib/roles/evaluate-role-mapping.ts'
import { CopyExports } from './copy-exports.tsx'
import { OtherIdentity } from './other-identity.tsx'
import { SecretValue } from './secret-value.tsx'

type CredentialsAnswerProps = { answer: Answer; asked: string | null; forecast: RoleOutcome | null; poolId: string }

/** A session: its role beside the one that was foretold, its end, and its keys. */
export function CredentialsAnswer({ answer, asked, forecast, poolId }: CredentialsAnswerProps) {
  const { identityId, keys, role } = answer
  return (
    <>
      <OtherIdentity asked={asked} answered={identityId} />
      <DefinitionList
        items={[
          { term: 'Role', detail: <Role role={role} forecast={forecast} /> },
          { term: 'Expires (UTC)', detail: <TimeStamp value={keys.expiresAt} local /> },
          { term: 'Access key ID', detail: <SecretValue label="access key ID" value={keys.accessKeyId} /> },
          { term: 'Secret access key', detail: <SecretValue label="secret access key" value={keys.secretAccessKey} /> },
          { term: 'Session token', detail: <SecretValue label="session token" value={keys.sessionToken} /> },
        ]}
      />
      <CopyExports keys={keys} region={regionOfId(poolId)} />
    </>
  )
}

const sources = {
  sts: 'Told by AWS STS, asked with these credentials.',
  'session-token': 'Told by the session token, which this server writes in clear text.',
} as const

function Role({ role, forecast }: { role: SessionRole; forecast: RoleOutcome | null }) {
  const same = isAsForecast(forecast, role)
  const foretold = forecast?.granted ? forecast.roleArn : null
  if (role === null)
    return (
      <>
        <span className="block">The answer names no role, and STS is not asked for this connection.</span>
        <span className="block text-soft">
          {foretold ? `By the forecast it is ${foretold}.` : 'There is no forecast to go by either.'}
        </span>
      </>
    )
  return (
    <>
      <span className="block font-mono text-xs leading-5 wrap-anywhere">{role.roleArn}</span>
      <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
        {same !== null && <Badge tone={same ? 'success' : 'warning'}>{same ? 'As forecast' : 'Not as forecast'}</Badge>}
        <span className="text-soft">{sources[role.by]}</span>
      </span>
      {same === true && forecast?.granted && <span className="mt-1 block text-soft">{forecast.why}</span>}
      {same === false && (
        <span className="mt-1 block text-soft">
          {`The forecast was ${foretold ?? 'a refusal'}. The pool may have changed since this page read it: reload, then test again.`}
        </span>
      )}
    </>
  )
}
