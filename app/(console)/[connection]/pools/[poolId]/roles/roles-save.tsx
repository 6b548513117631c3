'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { SaveBar } from '#components/save/save-bar.tsx'
import { useDenial } from '#components/use-denial.ts'
import { toSetRolesCommand } from '#lib/code/to-aws-cli.ts'
import { diffFacts } from '#lib/facts/facts.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolKeys } from '#lib/pools/queries.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { poolRoles, roleReplacement } from '#lib/roles/queries.ts'
import { roleConsequences } from '#lib/roles/role-consequences.ts'
import { roleFacts } from '#lib/roles/role-facts.ts'
import { reapplyRoles, toRoleSettings, toRolesForm, type RolesForm } from '#lib/roles/roles-form.ts'
import { errorShape } from '#lib/core/errors.ts'
import { toast } from '#lib/client/toast.ts'

const ReviewDialog = dynamic(() => import('#components/save/review-dialog.tsx'), { ssr: false })

/** The save bar of the roles, the review before a save, and what happens when somebody else saved meanwhile. */
export function RolesSave({ pool, detail, base }: { pool: PoolRef; detail: Pool; base: PoolRoles }) {
  const queryClient = useQueryClient()
  const form = useFormContext<RolesForm>()
  const mine = toRoleSettings(useWatch({ control: form.control }) as RolesForm)
  const denied = useDenial(pool.connectionId, 'pools:update')
  const replacement = useMutation(roleReplacement(pool))
  const [reviewing, setReviewing] = useState(false)
  const [theirs, setTheirs] = useState<PoolRoles | null>(null)
  const [rebased, setRebased] = useState<{ over: PoolRoles; onto: PoolRoles } | null>(null)
  const started = rebased?.over === base ? rebased.onto : base
  const changes = diffFacts(roleFacts(started), roleFacts(mine))
  const consequences = roleConsequences(started, mine, detail.allowUnauthenticated)

  const show = (roles: PoolRoles) => {
    queryClient.setQueryData(poolRoles(pool).queryKey, roles)
    form.reset(toRolesForm(detail, roles))
    setReviewing(false)
  }
  const refresh = () => void queryClient.invalidateQueries({ queryKey: poolKeys.detail(pool) })
  const close = () => {
    setReviewing(false)
    setTheirs(null)
    replacement.reset()
  }
  const readTheirs = async () => {
    setTheirs(await queryClient.query({ ...poolRoles(pool), staleTime: 0 }).catch(() => null))
  }
  const save = () =>
    replacement.mutate(
      { seen: started.fingerprint, roles: mine },
      {
        onSuccess: (saved) => {
          show(saved)
          refresh()
          toast({ title: 'Roles saved', tone: 'success' })
        },
        onError: (error) => {
          const { code } = errorShape(error)
          if (code === 'CONFLICT') void readTheirs()
          if (code === 'UNKNOWN_OUTCOME') refresh()
        },
      },
    )
  const reapply = () => {
    if (!theirs) return
    const merged = toRolesForm(detail, reapplyRoles(started, mine, theirs))
    form.reset(toRolesForm(detail, theirs))
    form.reset(merged, { keepDefaultValues: true })
    setRebased({ over: base, onto: theirs })
    setTheirs(null)
    replacement.reset()
  }

  return (
    <>
      <SaveBar
        changes={changes.length}
        denied={denied}
        onDiscard={() => form.reset(toRolesForm(detail, started))}
        onReview={() => void form.handleSubmit(() => setReviewing(true))()}
      />
      <LeaveGuard active={changes.length > 0} />
      {reviewing && (
        <ReviewDialog
          title="Save roles"
          changes={changes}
          consequences={
            consequences.length > 0 && (
              <ul className="list-disc space-y-1 pl-4">
                {consequences.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )
          }
          command={() => toSetRolesCommand(detail.region, pool.poolId, mine)}
          saveLabel="Save roles"
          saving={replacement.isPending}
          error={replacement.error}
          theirs={theirs && diffFacts(roleFacts(started), roleFacts(theirs))}
          onSave={save}
          onReapply={reapply}
          onClose={close}
        />
      )}
    </>
  )
}
