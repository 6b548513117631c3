'use client'

import { ForeignText } from '#components/ui/foreign-text.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { TokenAnswer as Answer } from '#lib/access-test/run-test.ts'
import { readToken, tokenClaims } from '#lib/login-tokens/read-token.ts'
import { OtherIdentity } from './other-identity.tsx'
import { SecretValue } from './secret-value.tsx'

/** The OpenID token, decoded. Nobody checked its signature. */
export function TokenAnswer({ answer, asked }: { answer: Answer; asked: string | null }) {
  const facts = readToken(answer.token)
  const claims = tokenClaims(answer.token) ?? {}
  const { amr } = claims
  return (
    <>
      <OtherIdentity asked={asked} answered={answer.identityId} />
      <DefinitionList
        items={[
          { term: 'OpenID token', detail: <SecretValue label="OpenID token" value={answer.token} /> },
          { term: 'Issuer', detail: mono(facts?.issuer) },
          { term: 'Audience: the pool', detail: mono(facts?.audiences.join(', ')) },
          { term: 'Subject: the identity', detail: mono(facts?.subject) },
          { term: 'How it signed in (amr)', detail: mono(Array.isArray(amr) ? amr.join(', ') : null) },
          { term: 'Expires (UTC)', detail: <TimeStamp value={facts?.expiresAt ?? null} local /> },
        ]}
      />
      <details className="mt-3">
        <summary className="w-fit cursor-pointer rounded-sm text-xs text-soft hover:text-ink">All claims</summary>
        <div className="mt-2">
          <CodeBlock label="claims" code={JSON.stringify(claims, null, 2)} language="json" className="max-h-72" />
        </div>
      </details>
    </>
  )
}

const mono = (text: string | null | undefined) =>
  text ? (
    <span className="font-mono text-xs leading-5 wrap-anywhere">
      <ForeignText text={text} />
    </span>
  ) : (
    '–'
  )
