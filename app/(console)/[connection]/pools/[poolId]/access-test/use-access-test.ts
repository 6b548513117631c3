'use client'

import { useEffect, useRef, useState } from 'react'
import type { foretold } from '#lib/access-test/foretold.ts'
import { runTest, type TestRun } from '#lib/access-test/run-test.ts'
import type { Subject, Wanted } from '#lib/access-test/subject.ts'
import { testCalls, type LostAttempts } from '#lib/access-test/test-calls.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { readToken } from '#lib/login-tokens/read-token.ts'
import type { RoleOutcome } from '#lib/roles/evaluate-role-mapping.ts'
import { waitUnlessStopped } from '#lib/client/throttle.ts'

type Expected = { forecast: RoleOutcome | null; calls: ReturnType<typeof foretold> }
type Test = Expected & { subject: Subject; wanted: Wanted }

/** What a test answered beside what was foretold when it started. */
export type Tested = Expected & { run: TestRun; subject: Subject }

/** A token that a test was made with. It lives in the page's memory and never in the document. */
type Kept = { provider: string; token: string }

/** A test that lives in this page: its secrets are gone with it. */
export function useAccessTest(pool: PoolRef) {
  const [tested, setTested] = useState<Tested | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const lost = useRef<LostAttempts>(new Map())
  const stopper = useRef<AbortController | null>(null)

  const forget = () => {
    stopper.current?.abort()
    stopper.current = null
    lost.current.clear()
    setTested(null)
    setKept(null)
  }
  useEffect(() => {
    // The browser may keep a page that was left, for going back to it.
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('pagehide', forget)
      stopper.current?.abort()
    }
  }, [])

  const start = async ({ forecast, calls: expected, ...test }: Test) => {
    // One that runs is left alone: a second press of the button is no second test.
    if (stopper.current) return
    const controller = new AbortController()
    stopper.current = controller
    if (test.subject.as === 'login') setKept(test.subject)
    const calls = { ...testCalls(pool, lost.current), wait: waitUnlessStopped, now: Date.now }
    await runTest(
      test,
      calls,
      (run) => setTested({ run, forecast, calls: expected, subject: test.subject }),
      controller.signal,
    )
    if (stopper.current === controller) stopper.current = null
  }
  return {
    tested,
    running: tested !== null && isRunning(tested.run),
    start: (test: Test) => void start(test),
    forget,
    /** The token of the last test, for its login and for that of its issuer; an empty text for none. */
    keptFor: (provider: string) => (kept !== null && isFor(kept, provider) ? kept.token : ''),
    forgetToken: () => setKept(null),
  }
}

const isFor = (kept: Kept, provider: string) =>
  kept.provider === provider || readToken(kept.token)?.provider === provider

const isRunning = ({ identity, openIdToken, credentials }: TestRun): boolean =>
  [identity, openIdToken, credentials].some(({ status }) => status === 'running' || status === 'waiting')
