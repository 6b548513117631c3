import Link from 'next/link'
import { keepErasureDraft } from '#components/erase/erasure-draft.ts'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { adviceOf, type StepTarget } from '#lib/identities/advice.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { ERASE_PATH, findPath, mergePath } from '#lib/core/paths.ts'
import type { IdentityOnPage } from './use-identity.ts'

type NextStepsProps = { identity: Identity; connectionId: string; page: IdentityOnPage }

/** What to do, in the words of the person who calls. */
export default function NextSteps({
  identity,
  connectionId,
  page: { pool, poolDetail, provider, users },
}: NextStepsProps) {
  const place = poolDetail.data ? { developerProvider: provider, users: users.data?.userIdentifiers ?? [] } : null
  const known = [identity.identityId, ...(users.data?.userIdentifiers ?? [])]
  const hrefs: Record<StepTarget, string> = {
    erase: ERASE_PATH,
    find: findPath(connectionId),
    merge: pool ? mergePath(pool, { keep: null, move: identity.identityId }) : findPath(connectionId),
  }
  return (
    <Section title="What the person says">
      <Card>
        <dl className="space-y-3">
          {adviceOf(identity, place).map(({ said, step }) => (
            <div key={said}>
              <dt className="font-medium">{said}</dt>
              <dd className="text-soft">
                {step.map((part) =>
                  typeof part === 'string' ? (
                    part
                  ) : (
                    <Link
                      key={part.to}
                      href={hrefs[part.to]}
                      prefetch={false}
                      onClick={() => part.to === 'erase' && keepErasureDraft(known)}
                      className="rounded-sm text-accent-ink underline"
                    >
                      {part.text}
                    </Link>
                  ),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  )
}
