import { describe, expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { getQueryClient } from './query-client.ts'
import { onToast, toast } from './toast.ts'
import type { ToastMessage } from './toast.ts'

const refusal = new AppError({
  code: 'LIMIT',
  message: 'The Region is full.',
  hint: 'Delete a pool first.',
  reference: 'ab12cd34',
})

async function toastsAfter(run: () => unknown) {
  const seen: ToastMessage[] = []
  const disconnect = onToast((message) => seen.push(message))
  await run()
  await import('./tell-failure.ts')
  await Promise.resolve()
  disconnect()
  return seen
}

const fail = (meta: { handled?: boolean; failure?: string }) => () =>
  getQueryClient()
    .getMutationCache()
    .build(getQueryClient(), { mutationFn: () => Promise.reject(refusal), meta })
    .execute(undefined)
    .catch(() => null)

describe('a failed write', () => {
  it('raises one toast with what failed, why, what to do and where the log tells more', async () => {
    expect(await toastsAfter(fail({ failure: 'The pool was not created' }))).toEqual([
      {
        title: 'The pool was not created',
        description: 'The Region is full. Delete a pool first. Reference ab12cd34.',
        tone: 'danger',
      },
    ])
  })

  it('raises none where its screen shows the failure', async () => {
    expect(await toastsAfter(fail({ handled: true }))).toEqual([])
  })
})

describe('a toast', () => {
  it('waits until there is something to draw it, and is drawn once', async () => {
    toast({ title: 'Early' })
    expect(await toastsAfter(() => toast({ title: 'Late' }))).toEqual([{ title: 'Early' }, { title: 'Late' }])
    expect(await toastsAfter(() => {})).toEqual([])
  })
})
