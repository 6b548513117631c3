import {
  CreateIdentityPoolCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
  MergeDeveloperIdentitiesCommand,
  SetIdentityPoolRolesCommand,
  SetPrincipalTagAttributeMapCommand,
  TagResourceCommand,
  UnlinkDeveloperIdentityCommand,
  UnlinkIdentityCommand,
  UntagResourceCommand,
  UpdateIdentityPoolCommand,
} from '@aws-sdk/client-cognito-identity'
import type { World } from '../emulator/state/world.ts'
import { clientOf } from './service-pool-for-tests.ts'
import { MADE } from './shell-for-tests.ts'

const commands: Record<string, new (input: never) => unknown> = {
  'create-identity-pool': CreateIdentityPoolCommand,
  'update-identity-pool': UpdateIdentityPoolCommand,
  'set-identity-pool-roles': SetIdentityPoolRolesCommand,
  'set-principal-tag-attribute-map': SetPrincipalTagAttributeMapCommand,
  'tag-resource': TagResourceCommand,
  'untag-resource': UntagResourceCommand,
  'merge-developer-identities': MergeDeveloperIdentitiesCommand,
  'unlink-developer-identity': UnlinkDeveloperIdentityCommand,
  'unlink-identity': UnlinkIdentityCommand,
  'get-open-id-token-for-developer-identity': GetOpenIdTokenForDeveloperIdentityCommand,
}

/** Sends calls of the AWS CLI by the SDK, as the CLI reads their flags; the id of the pool that the first made. */
export async function sendAll(world: World, calls: string[][]): Promise<{ poolId: string }> {
  let poolId = ''
  let made = ''
  for (const [, operation = '', ...flags] of calls) {
    const { region, input } = readFlags(flags, made)
    const Command = commands[operation] as typeof CreateIdentityPoolCommand
    const answer = (await clientOf(world, region).send(new Command(input as never))) as {
      IdentityPoolId?: string
      Token?: string
    }
    poolId = answer.IdentityPoolId ?? poolId
    made = answer.Token ?? poolId
  }
  return { poolId }
}

const own = new Set(['region', 'query', 'output'])

function readFlags(flags: string[], made: string) {
  const input: Record<string, unknown> = {}
  let region = ''
  for (let index = 0; index < flags.length; index += 1) {
    const [name = '', glued] = (flags[index] ?? '').slice(2).split(/=(.*)/s)
    const next = flags[index + 1]
    const hasValue = glued !== undefined || (next !== undefined && !next.startsWith('--'))
    const value = (glued ?? next ?? '').replaceAll(MADE, made)
    if (glued === undefined && hasValue) index += 1
    if (name === 'region') region = value
    if (own.has(name)) continue
    if (/^(?:fileb?|https?):/.test(value)) throw new Error(`The CLI would read ${value}`)
    const read: unknown = /^[[{]/.test(value) ? JSON.parse(value) : value
    if (name === 'cli-input-json') Object.assign(input, read)
    else if (hasValue) input[memberOf(name)] = name === 'token-duration' ? Number(value) : read
    else input[memberOf(name.replace(/^no-/, ''))] = !name.startsWith('no-')
  }
  return { region, input }
}

const memberOf = (flag: string): string =>
  flag.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/Arns$/, 'ARNs')
