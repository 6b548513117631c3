'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { QueryFailure } from '#components/query-failure.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { askReach } from '#lib/reach/actions.ts'
import type { AskedPerson } from '#lib/reach/asked-person.ts'
import { actionSuggestions } from '#lib/reach/queries.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { roleName } from '#lib/roles/role-name.ts'
import { PastedVerdict } from './pasted-verdict.tsx'
import { ReachAnswer } from './reach-answer.tsx'
import { RefusedNote } from './refused-note.tsx'
import { resourcesToOffer } from './resources-to-offer.ts'
import { useWhoSettings, useAskedPerson, type TypedWho } from './use-asked-person.ts'
import { whoChoices } from './who-choices.ts'
import { WhoFields } from './who-fields.tsx'

type CanTheyProps = {
  pool: PoolRef
  report: ReachReport
  /** An identity that the question is about at first. */
  identityId: string | null
}

const nothing: TypedWho = { identityId: '', claims: '', way: 0, role: null }

/** Asks whether somebody may do an action on a resource. */
export function CanThey({ pool, report, identityId }: CanTheyProps) {
  const id = useId()
  const settings = useWhoSettings(pool)
  const choices = whoChoices(report, settings)
  const [chosen, setChosen] = useState(identityId === null ? null : 'identity')
  const [typed, setTyped] = useState({ ...nothing, identityId: identityId ?? '' })
  const [asked, setAsked] = useState({ action: '', resource: '' })
  const choice = choices.find(({ key }) => key === chosen) ?? choices[0]
  const who = useAskedPerson(pool, choice, settings, typed)
  const { person, pasted } = who
  const detail = useQuery(poolDetail(pool)).data ?? null
  const suggestions = useQuery({ ...actionSuggestions(pool, asked.action), enabled: asked.action !== '' })
  const resources = resourcesToOffer(report, person?.role ?? null, suggestions.data, asked.action)
  const asking = useMutation({
    mutationFn: ({ why: _why, providers, ...of }: AskedPerson) =>
      unwrap(askReach({ pool, ...of, ...asked, providers: [...providers] })),
  })
  const change = (part: Partial<typeof asked>) => {
    asking.reset()
    setAsked({ ...asked, ...part })
  }
  const choose = (key: string) => {
    asking.reset()
    setChosen(key)
  }
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    if (person !== null) asking.mutate(person)
  }
  const fields = asking.error ? (errorShape(asking.error).fields ?? {}) : {}
  const told = fields['identityId'] ?? who.why
  return (
    <Section title="Can they?" description="One action on one resource, with the reasons.">
      <Card>
        <form onSubmit={ask} className="grid gap-4 md:grid-cols-2">
          <WhoFields
            choices={choices}
            choice={choice}
            typed={typed}
            asked={who}
            roles={report.policies.map(({ arn }) => arn)}
            onChoose={choose}
            onType={(part) => {
              asking.reset()
              setTyped({ ...typed, ...part })
            }}
          />
          {pasted && (
            <PastedVerdict pasted={pasted} pool={pool} settings={detail} choices={choices} onChoose={choose} />
          )}
          {(told || (person !== null && person.why !== '')) && (
            <p className="text-soft wrap-anywhere md:col-span-2">
              {told ?? `They get ${roleName(person?.role ?? '')}. ${person?.why ?? ''}`}
            </p>
          )}
          <TextField
            label="Action"
            mono
            required
            list={`${id}-actions`}
            placeholder="s3:GetObject"
            value={asked.action}
            error={fields['action']}
            onChange={({ target }) => change({ action: target.value })}
          />
          <TextField
            label="Resource"
            mono
            required
            list={`${id}-resources`}
            placeholder="arn:aws:s3:::bucket/key"
            value={asked.resource}
            error={fields['resource']}
            onChange={({ target }) => change({ resource: target.value })}
          />
          <datalist id={`${id}-actions`}>
            {(suggestions.data ?? []).map(({ text }) => (
              <option key={text} value={text} />
            ))}
          </datalist>
          <datalist id={`${id}-resources`}>
            {resources.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
          <div className="md:col-span-2">
            <Button type="submit" variant="primary" disabled={person === null} pending={asking.isPending}>
              Ask
            </Button>
          </div>
        </form>
        <QueryFailure query={suggestions} title="The actions could not be read" bare />
        <div role="status" aria-label="Answer" className="mt-4 empty:hidden">
          {asking.data && <ReachAnswer answer={asking.data} />}
          {asking.data && pasted && <RefusedNote pasted={pasted} settings={detail} />}
        </div>
        {asking.error && Object.keys(fields).length === 0 && (
          <FailureState
            title="The question could not be answered"
            error={errorShape(asking.error)}
            retrying={asking.isPending}
            onRetry={() => person && asking.mutate(person)}
            compact
          />
        )}
      </Card>
    </Section>
  )
}
