'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { toRolesForm } from '#lib/roles/roles-form.ts'
import { rolesFormSchema, type RolesForm } from '#lib/roles/schema.ts'
import { createLadder, LadderContext } from './ladder.ts'
import { ReviewedRoles } from './reviewed-roles.tsx'
import type { PoolWithRoles } from './use-roles-review.ts'

type RolesEditorProps = PoolWithRoles & { pool: PoolRef; remedy: Remedy | null }

/** The roles of a pool as one form. What it started from stays until the operator takes over a change. */
export function RolesEditor({ pool, remedy, detail, roles }: RolesEditorProps) {
  const form = useForm<RolesForm>({
    resolver: zodResolver(rolesFormSchema),
    mode: 'onTouched',
    // A closed rule has no field to give the focus to: `firstMistake` finds it.
    shouldFocusError: false,
    defaultValues: toRolesForm(detail, roles),
  })
  const [ladder] = useState(createLadder)
  return (
    <FormProvider {...form}>
      <LadderContext value={ladder}>
        <ReviewedRoles pool={pool} remedy={remedy} detail={detail} roles={roles} />
      </LadderContext>
    </FormProvider>
  )
}
