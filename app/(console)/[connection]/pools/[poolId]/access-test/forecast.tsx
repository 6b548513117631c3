'use client'

import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Section } from '#components/ui/section.tsx'
import { basicFlow } from '#lib/access-test/basic-flow.ts'
import { withReadableTimes } from '#lib/core/readable-times.ts'
import type { TokenJudgement } from '#lib/login-tokens/judge-token.ts'
import type { Subject } from '#lib/access-test/subject.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { RoleOutcome } from '#lib/roles/evaluate-role-mapping.ts'
import type { RoleSettings } from '#lib/roles/pool-roles.ts'

type ForecastProps = {
  detail: Pool
  roles: RoleSettings
  subject: Subject
  forecast: RoleOutcome | null
  /** What becomes of the login by its token; null without one. */
  login: TokenJudgement | null
  /** An identity may be given, without which nothing else is asked for. */
  isReached: boolean
}

/** What should come of the test, from the pool's configuration alone. */
export function Forecast({ detail, roles, subject, forecast, login, isReached }: ForecastProps) {
  return (
    <Section
      title="Forecast"
      description="From the pool’s configuration as this page read it, and what the token says. Nothing is sent for it."
    >
      <Card>
        <DefinitionList
          items={[
            { term: 'Identity', detail: identityForecast(detail, subject, login) },
            {
              term: 'OpenID token',
              detail: isReached ? <TokenForecast detail={detail} roles={roles} subject={subject} /> : <NotReached />,
            },
            {
              term: 'Role of the credentials',
              detail: login?.refusal ? <NotReached /> : <RoleForecast forecast={forecast} />,
            },
          ]}
        />
      </Card>
    </Section>
  )
}

const NotReached = () => (
  <>
    <Badge>Not reached</Badge>
    <span className="mt-1 block text-soft">There is no identity to ask it for.</span>
  </>
)

function identityForecast({ allowUnauthenticated }: Pool, subject: Subject, login: TokenJudgement | null) {
  if (login?.refusal)
    return (
      <Verdict good={false} word="Refused" why={`${login.refusal.name}: ${withReadableTimes(login.refusal.message)}`} />
    )
  if (subject.as === 'developer') return 'The user’s identity, or a new one if the pool does not know the user.'
  if (subject.as === 'guest' && !allowUnauthenticated)
    return <Verdict good={false} word="Refused" why="Guest access is off, so a guest gets no identity." />
  if (subject.identityId !== null) return 'The one that you name; the test makes none and changes none.'
  return subject.as === 'guest'
    ? 'A new guest. You can delete it afterwards.'
    : 'The one that the login has, or a new one.'
}

function TokenForecast({ detail, roles, subject }: Pick<ForecastProps, 'detail' | 'roles' | 'subject'>) {
  if (subject.as === 'developer') return 'The developer user’s sign-in answers with it, whatever the basic flow is.'
  const { available, why } = basicFlow(detail, roles)
  return <Verdict good={available} word={available ? 'Available' : 'Refused'} why={why} />
}

function RoleForecast({ forecast }: { forecast: RoleOutcome | null }) {
  if (forecast === null)
    return 'Not known: a role mapping looks at claims that cannot be read here, or at a token that is not there yet.'
  return forecast.granted ? (
    <>
      <span className="block font-mono text-xs leading-5 wrap-anywhere">{forecast.roleArn}</span>
      <span className="block text-soft">{forecast.why}</span>
    </>
  ) : (
    <Verdict good={false} word="Refused" why={`${forecast.name}: ${forecast.why}`} />
  )
}

function Verdict({ good, word, why }: { good: boolean; word: string; why: string }) {
  return (
    <>
      <Badge tone={good ? 'success' : 'warning'}>{word}</Badge>
      <span className="mt-1 block wrap-anywhere text-soft">{why}</span>
    </>
  )
}
