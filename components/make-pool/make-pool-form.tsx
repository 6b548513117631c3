'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { NewPlace } from '#lib/clone/make-pool.ts'
import { loginSecret } from '#lib/code/login-secret.ts'
import { snapshotFacts, type Snapshot } from '#lib/code/snapshot.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { loginLabel } from '#lib/identities/login-label.ts'
import { poolNameSchema } from '#lib/pools/schema.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Section } from '../ui/section.tsx'
import { SelectInput } from '../ui/select-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useDenial } from '../use-denial.ts'
import { MakingProgress } from './making-progress.tsx'
import { useMaking } from './use-making.ts'

type MakePoolFormProps = {
  snapshot: Snapshot
  /** Secrets that are known already, by login provider. */
  secrets?: Record<string, string>
  place: NewPlace
}

const placeSchema = z.object({
  connectionId: z.string().min(1),
  region: z.string().min(1, 'Choose a Region.'),
  name: poolNameSchema,
  secrets: z.array(
    z.object({
      provider: z.string(),
      value: z
        .string()
        .min(1, 'Give the secret: it is shown nowhere.')
        .regex(/^[\w.;_/-]+$/, 'Use letters, digits and . ; _ / - only.'),
    }),
  ),
})
type Place = z.infer<typeof placeSchema>

/** Where a new pool shall be, all that it will have, and its making step by step. */
export function MakePoolForm({ snapshot, secrets = {}, place }: MakePoolFormProps) {
  const formId = useId()
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const hidden = Object.entries(snapshot.pool.loginProviders).flatMap(([provider, value]) =>
    loginSecret(provider, value) ? [provider] : [],
  )
  const { register, handleSubmit, formState, control, getValues, setValue } = useForm<Place>({
    resolver: zodResolver(placeSchema),
    defaultValues: { ...place, secrets: hidden.map((provider) => ({ provider, value: secrets[provider] ?? '' })) },
  })
  const { connectionId = '', name = '' } = useWatch({ control })
  const regions = connections.find(({ id }) => id === connectionId)?.regions ?? []
  const mayCreate = useDenial(connectionId, 'pools:create')
  const mayUpdate = useDenial(connectionId, 'pools:update')
  const denied = mayCreate ?? mayUpdate
  const { making, mutation, steps } = useMaking(snapshot)
  const { errors } = formState
  const begun = mutation.isPending || making.poolId !== null
  const make = handleSubmit(({ secrets: typed, ...to }) =>
    mutation.mutate({ to, secrets: Object.fromEntries(typed.map(({ provider, value }) => [provider, value])) }),
  )
  const connection = register('connectionId')
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <form id={formId} noValidate className="space-y-5" onSubmit={(event) => void make(event)}>
        <Field label="Connection" error={errors.connectionId?.message}>
          {(attributes) => (
            <SelectInput
              {...attributes}
              {...connection}
              disabled={begun}
              onChange={(event) => {
                void connection.onChange(event)
                const next = connections.find(({ id }) => id === event.target.value)?.regions ?? []
                if (!next.includes(getValues('region'))) setValue('region', next[0] ?? '')
              }}
            >
              {connections.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label="Region" error={errors.region?.message}>
          {(attributes) => (
            <SelectInput {...attributes} {...register('region')} disabled={begun}>
              {regions.map((region) => (
                <option key={region}>{region}</option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label="Name" error={errors.name?.message}>
          {(attributes) => <TextInput {...attributes} {...register('name')} disabled={begun} />}
        </Field>
        {hidden.map((provider, index) => (
          <Field
            key={provider}
            label={`Consumer secret of ${loginLabel(provider)}`}
            hint="It goes to the service and is not shown again."
            error={errors.secrets?.[index]?.value?.message}
          >
            {(attributes) => (
              <TextInput
                {...attributes}
                {...register(`secrets.${index}.value`)}
                type="password"
                mono
                autoComplete="off"
                disabled={begun}
              />
            )}
          </Field>
        ))}
        {denied && <p className="text-soft">{denied}</p>}
        {!begun && (
          <Button type="submit" variant="primary" disabled={denied !== null} pending={mutation.isPending}>
            Create pool
          </Button>
        )}
        <MakingProgress
          connectionId={connectionId}
          steps={steps}
          making={making}
          running={mutation.isPending}
          error={mutation.error}
          formId={formId}
        />
      </form>
      <Section title="What the new pool will have">
        <ConfigurationDiff
          label="New pool"
          changes={snapshotFacts({ ...snapshot, pool: { ...snapshot.pool, name } }).map(({ key, label, value }) => ({
            key,
            label,
            before: null,
            after: value,
          }))}
        />
      </Section>
    </div>
  )
}
