import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressForTest } from '#lib/jobs/job-for-tests.ts'
import { notifiesOf, notifyAtEnd, notifyOfEnds } from './notify-at-end.ts'

const progress = (jobId: string) => progressForTest({ jobId, state: 'done', name: jobId })

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => void vi.unstubAllGlobals())

it('each end that was asked for is notified of once', async () => {
  const shown: string[] = []
  class Told extends EventTarget {
    static requestPermission = () => Promise.resolve('granted')
    constructor(title: string) {
      super()
      shown.push(title)
    }
  }
  vi.stubGlobal('Notification', Told)
  await notifyAtEnd('one')
  notifyOfEnds([progress('other'), progress('one')])
  notifyOfEnds([progress('one')])
  expect(shown).toEqual(['one'])
})

it('a browser that lets no page notify keeps nobody from hearing of jobs', async () => {
  class Refused {
    static requestPermission = () => Promise.resolve('granted')
    constructor() {
      throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.')
    }
  }
  vi.stubGlobal('Notification', Refused)
  await notifyAtEnd('one')
  await notifyAtEnd('two')
  expect(() => notifyOfEnds([progress('one'), progress('two')])).not.toThrow()
  expect([notifiesOf('one'), notifiesOf('two')]).toEqual([false, false])
})
