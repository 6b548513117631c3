'use client'

import { Bell, BellOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { doNotNotify, notifiesOf, notifyAtEnd, onNotifies } from '#components/jobs/notify-at-end.ts'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#lib/client/toast.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'

/** Has the browser tell when a job has ended, while this tab is open; it asks for leave only when pressed. */
export function NotifyButton({ job }: { job: Job }) {
  const notifies = useSyncExternalStore(
    onNotifies,
    () => notifiesOf(job.jobId),
    () => false,
  )
  if (hasEnded(job)) return null

  async function toggle() {
    if (notifies) return doNotNotify(job.jobId)
    if (!(await notifyAtEnd(job.jobId)))
      toast({
        title: 'The browser does not let Lifeguard notify you',
        description: 'Allow notifications of this site in the browser, then press again.',
      })
  }

  return (
    <Button icon={notifies ? <BellOff /> : <Bell />} aria-pressed={notifies} onClick={() => void toggle()}>
      Notify me at the end
    </Button>
  )
}
