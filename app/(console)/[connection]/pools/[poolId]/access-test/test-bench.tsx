'use client'

import { useState, type SubmitEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Card } from '#components/ui/card.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { isMapped, roleForecast } from '#lib/access-test/role-forecast.ts'
import { foretold } from '#lib/access-test/foretold.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { emptyDraft, isComplete, subjectOf, type Known } from './draft.ts'
import { Forecast } from './forecast.tsx'
import { SubjectFields } from './subject-fields.tsx'
import { TestResult } from './test-result.tsx'
import { useAccessTest } from './use-access-test.ts'
import { WantedFields } from './wanted-fields.tsx'

type TestBenchProps = { pool: PoolRef; detail: Pool; roles: PoolRoles; identityId: string; known: Known }

/** Who signs in and what is asked for, what should come of it, and what did. */
export function TestBench({ pool, detail, roles, identityId, known }: TestBenchProps) {
  const [draft, setDraft] = useState(() => emptyDraft(detail, identityId, known))
  const { tested, running, start, forget } = useAccessTest(pool)
  const denied = useDenial(pool.connectionId, 'access:test')
  const subject = subjectOf(draft, detail)
  const forecast = roleForecast(detail, roles, subject)
  const ready = isComplete(subject, detail) && denied === null

  function run(event: SubmitEvent) {
    event.preventDefault()
    if (!ready || running) return
    const { openIdToken, credentials } = draft
    start({
      subject,
      wanted: { openIdToken, credentials },
      forecast,
      calls: foretold(detail, roles, subject, forecast),
    })
    setDraft({ ...draft, token: '' })
  }

  return (
    <div className="space-y-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title="Access test" description="Signs in to this pool as an app does, and shows what comes back.">
          <Card>
            {denied !== null && <Callout className="mb-4">{denied}</Callout>}
            <form aria-label="Access test" onSubmit={run}>
              <LiveFieldset disabled={denied !== null} className="min-w-0 space-y-4">
                <SubjectFields
                  draft={draft}
                  pool={detail}
                  mapped={isMapped(detail, roles, draft.provider)}
                  onDraft={setDraft}
                />
                <WantedFields draft={draft} onDraft={setDraft} />
                <Button type="submit" variant="primary" disabled={!ready} pending={running}>
                  Run test
                </Button>
              </LiveFieldset>
            </form>
          </Card>
        </Section>
        <Forecast detail={detail} roles={roles} subject={subject} forecast={forecast} />
      </div>
      {tested && <TestResult pool={pool} tested={tested} running={running} onForget={forget} />}
    </div>
  )
}
