'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { makingProgress } from '#lib/pool-creation/making-progress.ts'
import { poolProblems } from '#lib/pool-creation/pool-problems.ts'
import type { MakingPlan, NewPlace } from '#lib/pool-creation/pool-inputs.ts'
import type { MakingForm } from '#lib/pool-creation/making-schema.ts'
import { loginSecret } from '#lib/code/login-secret.ts'
import { toCreateCommands } from '#lib/code/to-aws-cli.ts'
import { ownTags, reservedTags, snapshotFacts, type Snapshot } from '#lib/code/snapshot.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import type { SettingKey } from '#lib/pools/pool-settings.ts'
import { sayUntold, withUntold } from '#lib/pools/untold-facts.ts'
import { withProviderNames } from '#lib/pool-creation/with-provider-names.ts'
import { ruleDoubts } from '#lib/roles/rule-doubts.ts'
import { ConfigurationDiff } from '../configuration-diff.tsx'
import { CopyAsCli } from '../copy-as-cli.tsx'
import { ReadOnlyNote } from '../read-only-note.tsx'
import { useLateResolver } from '../save/use-late-resolver.ts'
import { LeaveGuard } from '../save/leave-guard.tsx'
import { Button } from '../ui/button.tsx'
import { LiveFieldset } from '../live-fieldset.tsx'
import { Section } from '../ui/section.tsx'
import { useDenial } from '../use-denial.ts'
import { MakingProgress } from './making-progress.tsx'
import { PlaceFields } from './place-fields.tsx'
import { PoolDoubts } from './pool-doubts.tsx'
import { SecretFields } from './secret-fields.tsx'
import { useMaking } from './use-making.ts'

const loadResolver = async () => (await import('./making-resolver.ts')).makingResolver

type MakePoolFormProps = {
  snapshot: Snapshot
  /** Secrets that are known already, by login provider. */
  secrets?: Record<string, string>
  place: NewPlace
  /** Settings that the description has without telling their values. */
  untold?: readonly SettingKey[]
  /** How many things of the description the pool will be without. */
  missing?: number
  /** Hears when it is made. */
  onMade?: () => void
}

/** Where a new pool shall be, all that it will have, and its making step by step. */
export function MakePoolForm(props: MakePoolFormProps) {
  const { snapshot: given, secrets = {}, place, untold = [], missing = 0, onMade } = props
  const { snapshot, renamed } = withProviderNames(given)
  const formId = useId()
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const regions = connections.find(({ id }) => id === place.connectionId)?.regions ?? []
  const hidden = Object.entries(snapshot.pool.loginProviders).flatMap(([provider, value]) =>
    loginSecret(provider, value) ? [provider] : [],
  )
  const form = useForm<MakingForm>({
    resolver: useLateResolver(loadResolver),
    defaultValues: {
      ...place,
      region: regions.includes(place.region) ? place.region : (regions[0] ?? ''),
      secrets: hidden.map((provider) => ({ provider, value: secrets[provider] ?? '' })),
    },
  })
  const { connectionId = '', name = '', region = '' } = useWatch({ control: form.control })
  const mayCreate = useDenial(connectionId, 'pools:create')
  const mayUpdate = useDenial(connectionId, 'pools:update')
  const denied = mayCreate ?? mayUpdate
  const problems = poolProblems(snapshot)
  const { act, making, make, leaveOut } = useMaking({ onMade, isSaid: true })
  const { steps, next } = makingProgress(snapshot, making, act)
  const begun = act.isPending || making.poolId !== null
  const withPlan = (act: (plan: MakingPlan) => void) =>
    form.handleSubmit(({ secrets: typed, ...to }) =>
      act({ place: to, snapshot, secrets: Object.fromEntries(typed.map(({ provider, value }) => [provider, value])) }),
    )
  const future = { ...snapshot, pool: { ...snapshot.pool, name, tags: ownTags(snapshot.pool.tags) } }
  const facts = withUntold(
    snapshotFacts(future),
    future.pool,
    untold.filter((key) => key !== 'name' || name === ''),
    sayUntold,
  )
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <LeaveGuard active={begun ? next !== null : form.formState.isDirty} />
      <FormProvider {...form}>
        <form
          id={formId}
          noValidate
          aria-label="Create pool"
          aria-describedby={denied === null ? undefined : `${formId}-denied`}
          className="space-y-5"
          onSubmit={(event) => void withPlan(make)(event)}
        >
          <ReadOnlyNote id={`${formId}-denied`} denied={denied} />
          <LiveFieldset disabled={begun} className="min-w-0 space-y-5">
            <PlaceFields />
            <SecretFields providers={hidden} />
          </LiveFieldset>
          <PoolDoubts
            problems={problems}
            doubts={ruleDoubts(snapshot.roles.mappings)}
            renamed={renamed}
            reserved={reservedTags(snapshot.pool)}
          />
          {!begun && (
            <LiveFieldset>
              <Button type="submit" variant="primary" disabled={denied !== null || problems.length > 0}>
                Create pool
              </Button>
            </LiveFieldset>
          )}
          <MakingProgress
            connectionId={connectionId}
            steps={steps}
            next={next}
            making={making}
            act={act}
            formId={formId}
            missing={missing}
            onLeaveOut={(key) => void withPlan((plan) => leaveOut(plan, key))()}
          />
        </form>
      </FormProvider>
      <Section title="What the new pool will have">
        <ConfigurationDiff label="New pool" changes={diffFacts([], facts)} />
        <div className="mt-3">
          <CopyAsCli connectionId={connectionId} command={() => toCreateCommands(future, region)} />
        </div>
      </Section>
    </div>
  )
}
