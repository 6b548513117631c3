'use client'

import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { usePlacedFinding } from '#components/finding-place/use-placed-finding.ts'
import { useLateResolver } from '#components/save/use-late-resolver.ts'
import { useDenial } from '#components/use-denial.ts'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { roleRemedy } from '#lib/roles/role-remedy.ts'
import { toRolesForm } from '#lib/roles/roles-form.ts'
import type { RolesForm } from '#lib/roles/schema.ts'
import { createLadder, LadderContext } from '#components/pool-roles/ladder.ts'
import { ReviewedRoles } from './reviewed-roles.tsx'
import type { PoolWithRoles } from './use-roles-review.ts'

const loadResolver = async () => (await import('./roles-resolver.ts')).rolesResolver

type RolesEditorProps = PoolWithRoles & { pool: PoolRef; remedy: Remedy | null }

/** The roles of a pool as one form. What it started from stays until the operator takes over a change. */
export function RolesEditor({ pool, remedy, detail, roles }: RolesEditorProps) {
  const denied = useDenial(pool.connectionId, 'pools:update')
  const [{ values, ...named }] = useState(() => opened(toRolesForm(detail, roles), remedy, denied === null))
  const finding = usePlacedFinding(remedy, () => named)
  const form = useForm<RolesForm>({
    resolver: useLateResolver(loadResolver),
    mode: 'onTouched',
    // A closed rule has no field to give the focus to: `firstMistake` finds it.
    shouldFocusError: false,
    defaultValues: values,
  })
  const [ladder] = useState(createLadder)
  return (
    <FormProvider {...form}>
      <LadderContext value={ladder}>
        <ReviewedRoles pool={pool} finding={finding} detail={detail} roles={roles} />
      </LadderContext>
    </FormProvider>
  )
}

/** What the form begins with, and where its address leads; whoever may not save is proposed nothing. */
function opened(present: RolesForm, remedy: Remedy | null, writable: boolean) {
  const found = remedy && roleRemedy(present, remedy)
  const values = found && remedy?.proposes && writable ? found.form : present
  return { values, place: found?.focus ?? null, isChanged: values !== present }
}
