import { expect, it } from 'vitest'
import { waitUnlessStopped } from './throttle.ts'

const AN_HOUR = 3_600_000

it('a wait ends when it is stopped', async () => {
  const stopper = new AbortController()
  const waiting = waitUnlessStopped(AN_HOUR, stopper.signal)
  stopper.abort()
  await expect(waiting).resolves.toBeUndefined()
})

it('a wait that was stopped before it began is none', async () => {
  await expect(waitUnlessStopped(AN_HOUR, AbortSignal.abort())).resolves.toBeUndefined()
})
