'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { QueryFailure } from '#components/query-failure.tsx'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import { SelectInput } from '#components/ui/select-input.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { askReach } from '#lib/reach/actions.ts'
import { actionSuggestions } from '#lib/reach/queries.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { roleName } from '#lib/roles/role-name.ts'
import { ReachAnswer } from './reach-answer.tsx'
import { resourcesToOffer } from './resources-to-offer.ts'

/** Asks whether somebody may do an action on a resource. */
export function CanThey({ pool, report }: { pool: PoolRef; report: ReachReport }) {
  const id = useId()
  const people = report.rows.filter(({ arn }) => arn !== null)
  const [asked, setAsked] = useState({ who: 0, action: '', resource: '', identityId: '' })
  const row = people[asked.who] ?? people[0]
  const suggestions = useQuery({ ...actionSuggestions(pool, asked.action), enabled: asked.action !== '' })
  const resources = resourcesToOffer(report, row?.arn ?? null, suggestions.data, asked.action)
  const asking = useMutation({
    mutationFn: () =>
      unwrap(
        askReach({
          pool,
          role: row?.arn ?? '',
          as: row?.kind === 'guest' || row?.kind === 'guest-basic' ? row.kind : 'user',
          action: asked.action,
          resource: asked.resource,
          identityId: asked.identityId.trim() === '' ? null : asked.identityId.trim(),
          facts: {},
        }),
      ),
  })
  if (!row) return null
  const change = (part: Partial<typeof asked>) => {
    asking.reset()
    setAsked({ ...asked, ...part })
  }
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    asking.mutate()
  }
  const fields = asking.error ? (errorShape(asking.error).fields ?? {}) : {}
  return (
    <Section title="Can they?" description="One action on one resource, with the reasons.">
      <Card>
        <form onSubmit={ask} className="grid gap-4 md:grid-cols-2">
          <Field label="Who">
            {(control) => (
              <SelectInput
                {...control}
                value={asked.who}
                onChange={({ target }) => change({ who: Number(target.value) })}
              >
                {people.map(({ kind, who, arn }, index) => (
                  <option key={`${kind} ${who} ${arn}`} value={index}>
                    {`${isolated(who)}: ${roleName(arn ?? '')}`}
                  </option>
                ))}
              </SelectInput>
            )}
          </Field>
          <TextField
            label="Identity ID"
            optional
            mono
            value={asked.identityId}
            error={fields['identityId']}
            onChange={({ target }) => change({ identityId: target.value })}
          />
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
            <Button type="submit" variant="primary" pending={asking.isPending}>
              Ask
            </Button>
          </div>
        </form>
        <QueryFailure query={suggestions} title="The actions could not be read" bare />
        <div role="status" aria-label="Answer" className="mt-4 empty:hidden">
          {asking.data && <ReachAnswer answer={asking.data} />}
        </div>
        {asking.error && Object.keys(fields).length === 0 && (
          <FailureState
            title="The question could not be answered"
            error={errorShape(asking.error)}
            retrying={asking.isPending}
            onRetry={() => asking.mutate()}
            compact
          />
        )}
      </Card>
    </Section>
  )
}
