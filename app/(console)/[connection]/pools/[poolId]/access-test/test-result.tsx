'use client'

import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import type { TestRun } from '#lib/access-test/run-test.ts'
import type { Subject } from '#lib/access-test/subject.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { CleanUp } from './clean-up.tsx'
import { CredentialsAnswer } from './credentials-answer.tsx'
import { IdentityAnswer } from './identity-answer.tsx'
import { StepCard } from './step-card.tsx'
import { TokenAnswer } from './token-answer.tsx'
import type { Tested } from './use-access-test.ts'

type TestResultProps = { pool: PoolRef; tested: Tested; running: boolean; onForget: () => void }

/** What each call of the test answered. */
export default function TestResult({ pool, tested, running, onForget }: TestResultProps) {
  const { run, forecast, calls, subject } = tested
  const identityId = run.identity.status === 'answered' ? run.identity.value.identityId : null
  return (
    <Section
      title="Result"
      description="Secrets stay in this page alone, and are gone when you leave it."
      actions={
        <Button size="sm" onClick={onForget}>
          Forget the result
        </Button>
      }
    >
      <p role="status" className="mb-3 text-soft">
        {running ? 'Testing…' : summary(run)}
      </p>
      <ol aria-label="Calls of the test">
        <StepCard
          title="Identity"
          call={identityCall(subject)}
          foretold={calls.identity}
          step={run.identity}
          pool={pool}
        >
          {(value) => <IdentityAnswer pool={pool} answer={value} />}
        </StepCard>
        <StepCard
          title="OpenID token"
          call={subject.as === 'developer' ? null : 'GetOpenIdToken'}
          foretold={calls.openIdToken}
          step={run.openIdToken}
          pool={pool}
        >
          {(value) => <TokenAnswer answer={value} asked={identityId} />}
        </StepCard>
        <StepCard
          title="Credentials"
          call="GetCredentialsForIdentity"
          foretold={calls.credentials}
          step={run.credentials}
          pool={pool}
          roleArn={forecast?.granted ? forecast.roleArn : null}
        >
          {(value) => <CredentialsAnswer answer={value} asked={identityId} forecast={forecast} poolId={pool.poolId} />}
        </StepCard>
      </ol>
      {!running && <CleanUp pool={pool} run={run} />}
    </Section>
  )
}

/** What finds or makes the identity. */
function identityCall(subject: Subject): string {
  if (subject.as === 'developer') return 'GetOpenIdTokenForDeveloperIdentity'
  return subject.identityId === null ? 'GetId' : 'DescribeIdentity'
}

function summary({ identity, openIdToken, credentials }: TestRun): string {
  const steps = [identity, openIdToken, credentials]
  const answered = steps.filter(({ status }) => status === 'answered').length
  const refused = steps.filter(({ status }) => status === 'refused').length
  return `Finished: ${answered} answered${refused > 0 ? `, ${refused} refused` : ''}.`
}
