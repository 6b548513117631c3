import { getQueryClient } from '#lib/client/query-client.ts'
import { toast } from '#lib/client/toast.ts'

let isTold = false

/** Says once that nobody is signed in any more, and has the page ask again for what it shows. Browser only. */
export function tellSessionEnded(): void {
  if (isTold) return
  isTold = true
  toast({
    title: 'Your session has ended',
    description: 'What you typed is still here. Sign in in another tab, then go on.',
    tone: 'danger',
    action: { label: 'Sign in', run: async () => void window.open('/sign-in') },
  })
  void getQueryClient().invalidateQueries()
}

/** Somebody is signed in here. */
export function sessionGoesOn(): void {
  isTold = false
}
