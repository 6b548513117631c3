'use client'

import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { onToast } from '#lib/client/toast.ts'
import type { ToastMessage, ToastTone } from '#lib/client/toast.ts'
import { Button } from './button.tsx'
import { Shown } from './shown.tsx'

type ToastData = { tone: ToastTone; action: ToastMessage['action'] }

/** How long one stays: longer where it has something to press. */
const STAYS_MS = { plain: 6_000, action: 15_000 }

const manager = Toast.createToastManager<ToastData>()

/** Where toasts appear; loaded after the page, once per document. */
export function ToastViewport() {
  useEffect(
    () =>
      onToast(({ title, description, tone = 'neutral', action }) => {
        const urgent = tone === 'danger'
        manager.add({
          title,
          description,
          data: { tone, action },
          priority: urgent ? 'high' : 'low',
          timeout: urgent ? 0 : action ? STAYS_MS.action : STAYS_MS.plain,
        })
      }),
    [],
  )
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className="print:hidden fixed inset-x-4 bottom-4 z-50 flex flex-col-reverse gap-2 outline-none sm:right-auto sm:w-90">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager<ToastData>()
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      role="group"
      aria-modal={undefined}
      swipeDirection={['right', 'down']}
      className="rounded-lg border border-line-strong bg-raised shadow-raised transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2 p-3">
        <ToneIcon tone={item.data?.tone ?? 'neutral'} />
        <div className="min-w-0 flex-1 wrap-anywhere">
          <Toast.Title className="font-medium text-ink">
            <Shown>{item.title}</Shown>
          </Toast.Title>
          {item.description && (
            <Toast.Description className="mt-1 text-soft">
              <Shown>{item.description}</Shown>
            </Toast.Description>
          )}
        </div>
        {item.data?.action && <ActionButton action={item.data.action} onDone={() => manager.close(item.id)} />}
        <Toast.Close
          aria-label="Dismiss"
          aria-hidden={undefined}
          className="-m-1 grid size-7 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink"
        >
          <X className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

function ActionButton({ action, onDone }: { action: NonNullable<ToastMessage['action']>; onDone: () => void }) {
  const [pending, setPending] = useState(false)
  function run() {
    setPending(true)
    void action.run().finally(onDone)
  }
  return (
    <Button size="sm" pending={pending} className="-my-0.5" onClick={run}>
      {action.label}
    </Button>
  )
}

function ToneIcon({ tone }: { tone: ToastTone }) {
  if (tone === 'danger') return <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger-ink" />
  if (tone === 'success') return <CircleCheck className="mt-0.5 size-4 shrink-0 text-success-ink" />
  return null
}
