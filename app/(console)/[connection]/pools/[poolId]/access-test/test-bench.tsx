'use client'

import dynamic from 'next/dynamic'
import { useEffect, useId, useState, useSyncExternalStore, type SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { createClock } from '#components/ui/clock.ts'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { ReadOnlyNote } from '#components/read-only-note.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { isMapped, loginJudgement, roleForecast } from '#lib/access-test/role-forecast.ts'
import { foretold } from '#lib/access-test/foretold.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { emptyDraft, isComplete, subjectOf, type Known } from './draft.ts'
import { Forecast } from './forecast.tsx'
import { SubjectFields } from './subject-fields.tsx'
import { useAccessTest } from './use-access-test.ts'
import { WantedFields } from './wanted-fields.tsx'

const clock = createClock(1000)

const loadResult = () => import('./test-result.tsx')
const TestResult = dynamic(loadResult, { ssr: false })

type TestBenchProps = { pool: PoolRef; detail: Pool; roles: PoolRoles; identityId: string; known: Known }

/** Who signs in and what is asked for, what should come of it, and what did. */
export function TestBench({ pool, detail, roles, identityId, known }: TestBenchProps) {
  const [draft, setDraft] = useState(() => emptyDraft(detail, roles, identityId, known))
  const { tested, running, start, forget, keptFor, forgetToken } = useAccessTest(pool)
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const denied = useDenial(pool.connectionId, 'access:test')
  const note = useId()
  const kept = keptFor(draft.provider)
  const subject = subjectOf(draft, detail, kept)
  const login = loginJudgement(detail, subject, now)
  const forecast = roleForecast(detail, roles, subject, login)
  const calls = foretold(detail, roles, subject, forecast, login)
  // Only the pool's own words are certain: a token may be judged wrongly here, by its clock for one.
  const isReached = subject.as !== 'guest' || calls.identity.refused !== true
  // It is there before the first answer is.
  useEffect(() => void loadResult(), [])
  const ready = isComplete(subject, detail) && denied === null

  function run(event: SubmitEvent) {
    event.preventDefault()
    if (!ready || running) return
    const { openIdToken, credentials } = draft
    start({
      subject,
      wanted: { openIdToken: isReached && openIdToken, credentials: isReached && credentials },
      forecast,
      calls,
    })
    setDraft({ ...draft, token: '' })
  }

  return (
    <div className="space-y-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title="Access test" description="Signs in to this pool as an app does, and shows what comes back.">
          <Card>
            <ReadOnlyNote id={note} denied={denied} />
            <form aria-label="Access test" aria-describedby={denied === null ? undefined : note} onSubmit={run}>
              <LiveFieldset disabled={denied !== null} className="min-w-0 space-y-4">
                <SubjectFields
                  draft={draft}
                  pool={detail}
                  connectionId={pool.connectionId}
                  kept={kept}
                  onForget={forgetToken}
                  mapped={isMapped(detail, roles, draft.provider)}
                  onDraft={setDraft}
                />
                <WantedFields draft={draft} isReached={isReached} onDraft={setDraft} />
                <Button type="submit" variant="primary" disabled={!ready} pending={running}>
                  Run test
                </Button>
              </LiveFieldset>
            </form>
          </Card>
        </Section>
        <Forecast
          detail={detail}
          roles={roles}
          subject={subject}
          forecast={forecast}
          login={login}
          isReached={calls.identity.refused !== true}
        />
      </div>
      {tested && <TestResult pool={pool} tested={tested} running={running} onForget={forget} />}
    </div>
  )
}
