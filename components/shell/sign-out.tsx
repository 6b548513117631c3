'use client'

import { LogOut } from 'lucide-react'
import { sessionEnd } from '#lib/sign-in/queries.ts'
import { toast } from '#lib/client/toast.ts'
import { errorShape } from '#lib/core/errors.ts'
import { leave } from '../sessions/leave.ts'
import { menuItem } from '../ui/menu.ts'
import { useOperation } from '../use-operation.ts'

/** Ends the session that asks, here and at the provider. */
export function SignOut({ sessionId }: { sessionId: string }) {
  const { run } = useOperation(sessionEnd)
  const signOut = () =>
    run(
      { sessionId },
      {
        onSuccess: ({ leaveBy }) => leave(leaveBy),
        onError: (error) =>
          toast({ title: 'You are still signed in', description: errorShape(error).message, tone: 'danger' }),
      },
    )
  return (
    <button type="button" className={menuItem} onClick={signOut}>
      <LogOut />
      Sign out
    </button>
  )
}
