import { describe, expect, it } from 'vitest'
import { adviceOf, type Advice } from './advice.ts'
import { whatLivesOn } from './what-lives-on.ts'
import type { Identity, IdentityState } from './identity.ts'

const DEVELOPER = 'login.members.example'
const GOOGLE = 'accounts.google.com'
const identity = (state: IdentityState, logins: string[] = []): Identity => ({
  identityId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
  state,
  logins,
  createdAt: null,
  modifiedAt: null,
})
const withUsers = (...users: string[]) => ({ developerProvider: DEVELOPER, users })
const without = { developerProvider: null, users: [] }

const stepOf = (advice: Advice[], said: RegExp) =>
  advice
    .find((one) => said.test(one.said))
    ?.step.map((part) => (typeof part === 'string' ? part : `[${part.to}]`))
    .join('')

describe('what the person says', () => {
  it.each(['guest', 'disabled'] as const)('has nothing for users on a %s identity', (state) => {
    const advice = adviceOf(identity(state), withUsers())
    expect(stepOf(advice, /account is empty|e-mail|Somebody else/)).toBeUndefined()
    expect(JSON.stringify(advice)).not.toMatch(/merge the two|[Uu]nlink/)
  })

  it('leads to a merge only where both can be users of the pool', () => {
    const said = /account is empty/
    expect(stepOf(adviceOf(identity('authenticated', [DEVELOPER]), withUsers('ada')), said)).toContain('[merge]')
    for (const place of [null, without, withUsers()])
      expect(stepOf(adviceOf(identity('authenticated', [GOOGLE]), place), said)).not.toContain('[merge]')
    expect(stepOf(adviceOf(identity('authenticated', [GOOGLE]), without), said)).toMatch(/only the app can.*delete it/)
  })

  it('asks to link a new address only where an identifier can hold one, and says what AWS wants for it', () => {
    const said = /e-mail/
    const alone = stepOf(adviceOf(identity('authenticated', [DEVELOPER]), withUsers('ada')), said)
    expect(alone).toMatch(/^Link the new identifier first/)
    const both = stepOf(adviceOf(identity('authenticated', [DEVELOPER, GOOGLE]), withUsers('ada')), said)
    expect(both).toContain('AWS wants a token of Google for the link')
    const google = stepOf(adviceOf(identity('authenticated', [GOOGLE]), without), said)
    expect(google).toBe('Google leads here whatever the address of the account is: nothing is to be done for that.')
  })

  it('says what an intruder keeps, and which proof an unlinking needs', () => {
    const said = /Somebody else/
    const google = stepOf(adviceOf(identity('authenticated', [GOOGLE]), without), said)
    expect(google).toMatch(
      /AWS wants a valid token.*for up to an hour more\. .*Only a policy of the role cuts credentials off earlier/,
    )
    const users = stepOf(adviceOf(identity('authenticated', [DEVELOPER]), withUsers('ada')), said)
    expect(users).not.toContain('valid token')
    expect(users).toContain(whatLivesOn(true))
    const unplaced = (login: string) => stepOf(adviceOf(identity('authenticated', [login]), null), said)
    expect(unplaced(DEVELOPER)).toContain('developer tokens for up to 24 hours')
    expect(unplaced(GOOGLE)).not.toContain('24 hours')
  })

  it.each(['authenticated', 'guest'] as const)('leads from a %s identity to the erasure of the person', (state) => {
    expect(stepOf(adviceOf(identity(state), without), /Delete everything/)).toMatch(/^\[erase\] finds every identity/)
  })
})
