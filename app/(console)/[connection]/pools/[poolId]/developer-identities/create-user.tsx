'use client'

import { UserPlus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Created } from './created.ts'

const CreateUserDialog = dynamic(() => import('./create-user-dialog.tsx'), { ssr: false })

type CreateUserProps = { pool: PoolRef; providerName: string; onCreated: (created: Created) => void }

export function CreateUser({ pool, providerName, onCreated }: CreateUserProps) {
  const denied = useDenial(pool.connectionId, 'identities:create')
  const [open, setOpen] = useState(false)
  const create = () => setOpen(true)
  useCommands('Developer identities', [{ words: 'Create a developer user…', run: create, denied }])
  return (
    <>
      <Button icon={<UserPlus />} denied={denied} onClick={create}>
        Create developer user
      </Button>
      {open && (
        <CreateUserDialog
          pool={pool}
          providerName={providerName}
          onCreated={onCreated}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
