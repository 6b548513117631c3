import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { configOf, openPool } from './serve-for-tests.ts'
import { startForTest } from './start-for-tests.ts'

const ROUNDS = inject('soakRounds') > 0 ? 20 : 1
const WRITERS = 4
const CALLS_BEFORE_KILL = 80
const DEVELOPER = 'login.example'

const folder = mkdtempSync(join(tmpdir(), 'emulator-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the program acknowledged. */
interface Acknowledged {
  /** Without those whose deletion was asked for. */
  guests: Set<string>
  deleted: Set<string>
  /** Identity by user. */
  users: Map<string, string>
  /** Users whose merge was answered, with the identity that has both. */
  merged: Map<string, string>
}

/** Writes until the connection breaks. */
async function write(
  aws: CognitoIdentity,
  IdentityPoolId: string,
  name: string,
  seen: Acknowledged,
  onCall: () => void,
) {
  const register = async (user: string) => {
    const { IdentityId = '' } = await aws.getOpenIdTokenForDeveloperIdentity({
      IdentityPoolId,
      Logins: { [DEVELOPER]: user },
    })
    seen.users.set(user, IdentityId)
    onCall()
    return IdentityId
  }
  for (let turn = 0; ; turn++) {
    const { IdentityId = '' } = await aws.getId({ IdentityPoolId })
    seen.guests.add(IdentityId)
    onCall()
    if (turn % 3 === 0) {
      seen.guests.delete(IdentityId)
      await aws.deleteIdentities({ IdentityIdsToDelete: [IdentityId] })
      seen.deleted.add(IdentityId)
      onCall()
    }
    const [source, target] = [`${name}-${turn}-a`, `${name}-${turn}-b`]
    await register(source)
    const kept = await register(target)
    const sides = { SourceUserIdentifier: source, DestinationUserIdentifier: target }
    await aws.mergeDeveloperIdentities({ IdentityPoolId, DeveloperProviderName: DEVELOPER, ...sides })
    for (const user of [source, target]) seen.merged.set(user, kept)
    onCall()
  }
}

async function readPool(aws: CognitoIdentity, IdentityPoolId: string) {
  const states = new Map<string, string[]>()
  let NextToken: string | undefined
  do {
    const page = await aws.listIdentities({ IdentityPoolId, MaxResults: 60, NextToken })
    for (const { IdentityId = '', Logins = [] } of page.Identities ?? []) states.set(IdentityId, Logins)
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return states
}

test(
  `every acknowledged write survives ${ROUNDS} kills, and no merge is half made`,
  { timeout: 60_000 + ROUNDS * 10_000 },
  async () => {
    const data = join(folder, 'crash.db')
    const seen: Acknowledged = { guests: new Set(), deleted: new Set(), users: new Map(), merged: new Map() }
    let program = await startForTest('--data', data)
    const { IdentityPoolId = '' } = await new CognitoIdentity(configOf(program.url)).createIdentityPool(openPool)
    for (let round = 0; round < ROUNDS; round++) {
      const aws = new CognitoIdentity(configOf(program.url))
      let calls = 0
      const running = program
      const onCall = () => {
        if (++calls === CALLS_BEFORE_KILL) void running.end('SIGKILL')
      }
      await Promise.allSettled(
        Array.from({ length: WRITERS }, (_, writer) => write(aws, IdentityPoolId, `${round}-${writer}`, seen, onCall)),
      )
      await program.end('SIGKILL')
      program = await startForTest('--data', data)
      expect(program.url).not.toBeNull()
    }
    const aws = new CognitoIdentity(configOf(program.url))
    const states = await readPool(aws, IdentityPoolId)
    expect([...seen.guests].filter((id) => !states.has(id))).toEqual([])
    expect([...seen.deleted].filter((id) => states.has(id))).toEqual([])
    for (const [user, IdentityId] of seen.users) {
      const found = await aws.lookupDeveloperIdentity({ IdentityPoolId, DeveloperUserIdentifier: user })
      expect(seen.merged.get(user) ?? found.IdentityId).toBe(found.IdentityId)
      const isMergeUnanswered = found.IdentityId !== IdentityId
      expect(states.get(found.IdentityId ?? '')).toEqual([DEVELOPER])
      expect(states.get(IdentityId)).toEqual(isMergeUnanswered ? ['DISABLED'] : [DEVELOPER])
    }
    expect(seen.users.size).toBeGreaterThan(ROUNDS)
    await program.end('SIGTERM')
  },
)
