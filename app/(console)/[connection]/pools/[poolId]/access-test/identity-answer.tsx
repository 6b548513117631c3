import Link from 'next/link'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import type { Origin } from '#lib/identities/origin.ts'
import type { IdentityAnswer as Answer } from '#lib/access-test/run-test.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

const looks: Record<Origin['made'], { tone: BadgeTone; label: string }> = {
  yes: { tone: 'accent', label: 'New: this test made it' },
  no: { tone: 'neutral', label: 'Existing' },
  unknown: { tone: 'warning', label: 'New or existing: not proven' },
}

/** Which identity the test got, and whether it made it. */
export function IdentityAnswer({ pool, answer }: { pool: PoolRef; answer: Answer }) {
  const { identityId, origin } = answer
  const { tone, label } = looks[origin.made]
  return (
    <DefinitionList
      items={[
        {
          term: 'Identity ID',
          detail: (
            <span className="inline-flex max-w-full items-center gap-1">
              <Link
                href={`${identityPath({ connectionId: pool.connectionId, identityId })}?pool=${pool.poolId}`}
                className="rounded-sm font-mono text-xs wrap-anywhere text-accent-ink underline"
              >
                {identityId}
              </Link>
              <CopyButton value={identityId} label="Copy identity ID" />
            </span>
          ),
        },
        {
          term: 'Origin',
          detail: (
            <>
              <Badge tone={tone}>{label}</Badge>
              <span className="mt-1 block text-soft">{origin.why}</span>
            </>
          ),
        },
      ]}
    />
  )
}
