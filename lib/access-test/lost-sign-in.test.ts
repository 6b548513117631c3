import { expect, it, onTestFinished, vi } from 'vitest'
import { FACEBOOK, memberPoolForTests, providerName } from '../developer-identities/people-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { testCalls, type LostAttempts } from './test-calls.ts'

const lifeguard = consoleForTests()
type Calls = ReturnType<typeof testCalls>

it.each([
  ['login', 'GetId', (calls: Calls) => calls.getId({ provider: FACEBOOK, token: 'token of a lost test' })],
  [
    'developer user',
    'GetOpenIdTokenForDeveloperIdentity',
    (calls: Calls) => calls.signInDeveloper(providerName, 'lost'),
  ],
])(
  'a test of a %s after one whose answer was lost says that testing made the identity',
  async (_who, operation, call) => {
    const pool = await memberPoolForTests()
    const lost: LostAttempts = new Map()
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 })
    lifeguard.world.faults.add([{ operation, error: 'Disconnect', when: 'after', count: 1 }])
    await expect(call(testCalls(pool, lost))).rejects.toMatchObject({ code: 'UNKNOWN_OUTCOME' })
    vi.useRealTimers()
    expect(await call(testCalls(pool, lost))).toMatchObject({ origin: { made: 'yes' } })
    expect((await call(testCalls(pool, new Map()))).origin.made, 'a page that knows of no such attempt').toBe('no')
  },
)
