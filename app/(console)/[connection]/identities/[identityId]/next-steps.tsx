import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Identity } from '#lib/identities/identity.ts'
import { findPath, mergePath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type NextStepsProps = { identity: Identity; connectionId: string; pool: PoolRef | null }

/** What to do, in the words of the person who calls. */
export function NextSteps({ identity: { identityId, state }, connectionId, pool }: NextStepsProps) {
  const find = <StepLink href={findPath(connectionId)}>Find</StepLink>
  const merge = pool ? (
    <StepLink href={mergePath(pool, { keep: identityId, move: null })}>merge the two</StepLink>
  ) : (
    'merge the two'
  )
  const forbidden = {
    said: '“The app says: Access to Identity is forbidden.”',
    step: <>The device still holds this ID. Let them sign out and in again; the app has to forget the ID then.</>,
  }
  const steps =
    state === 'disabled'
      ? [
          forbidden,
          {
            said: '“My data is gone.”',
            step: (
              <>
                It is kept under this ID, which nobody reaches. {find} their present identity and move the data there.
              </>
            ),
          },
        ]
      : [
          {
            said: '“I signed in and my account is empty.”',
            step: (
              <>
                They signed in another way and got a second identity. {find} it by the other identifier, then {merge}.
              </>
            ),
          },
          {
            said: '“My e-mail address changed.”',
            step: <>Link the new identifier first, then unlink the old one: the identity never loses its last login.</>,
          },
          {
            said: '“Somebody else can get into my account.”',
            step: <>Unlink the login that is not theirs. Who used it gets a new, empty identity.</>,
          },
          {
            said: '“Delete everything about me.”',
            step: <>Delete the identity. What apps keep under its ID is theirs to delete.</>,
          },
        ]
  return (
    <Section title="What the person says">
      <Card>
        <dl className="space-y-3">
          {steps.map(({ said, step }) => (
            <div key={said}>
              <dt className="font-medium">{said}</dt>
              <dd className="text-soft">{step}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  )
}

function StepLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="rounded-sm text-accent-ink underline">
      {children}
    </Link>
  )
}
