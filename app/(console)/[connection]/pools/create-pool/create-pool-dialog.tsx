'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { poolPath } from '#lib/pools/pool-ref.ts'
import { poolCreation, poolKeys } from '#lib/pools/queries.ts'
import type { z } from 'zod'
import { newPoolSchema } from '#lib/pools/schema.ts'
import { toast } from '#lib/toast.ts'
import { CreatePoolFields } from './create-pool-fields.tsx'

type CreatePoolDialogProps = { connection: ConnectionSummary; onClose: () => void }

export default function CreatePoolDialog({ connection, onClose }: CreatePoolDialogProps) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const creation = useMutation(poolCreation())
  const form = useForm<z.infer<typeof newPoolSchema>>({
    resolver: zodResolver(newPoolSchema),
    defaultValues: {
      region: connection.regions[0] ?? '',
      name: '',
      allowUnauthenticated: false,
      developerProviderName: '',
    },
  })

  const create = form.handleSubmit((values) =>
    creation.mutate(
      { ...values, connectionId: connection.id },
      {
        onSuccess: async (pool) => {
          await queryClient.invalidateQueries({ queryKey: poolKeys.all(connection.id) })
          toast({ title: `Created ${pool.name}`, tone: 'success' })
          router.push(poolPath({ connectionId: connection.id, poolId: pool.poolId }))
          onClose()
        },
      },
    ),
  )

  return (
    <Dialog
      title="Create pool"
      description={`In ${connection.name}. The basic (classic) flow is off; login providers and roles are set afterwards.`}
      dismissible={!creation.isPending}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose} disabled={creation.isPending}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form="create-pool" pending={creation.isPending}>
            Create pool
          </Button>
        </>
      }
    >
      <form id="create-pool" noValidate className="space-y-5" onSubmit={(event) => void create(event)}>
        {creation.error && <FailureState title="The pool was not created" error={creation.error} compact />}
        <CreatePoolFields form={form} regions={connection.regions} />
      </form>
    </Dialog>
  )
}
