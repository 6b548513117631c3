import { mintToken } from '../rules/openid-token.ts'
import { parseInput } from '../rules/parse-input.ts'
import { invalidParameter } from '../state/errors.ts'
import type { Parsed, StructureShape } from '../state/shape.ts'
import type { World } from '../state/world.ts'

const loginShape = {
  type: 'structure',
  required: {
    provider: { type: 'string', min: 1, max: 128 },
    audience: { type: 'string', min: 1, max: 255 },
    subject: { type: 'string', min: 1, max: 255 },
  },
  optional: { seconds: { type: 'integer', min: -86_400, max: 31_536_000 } },
} as const satisfies StructureShape

/** An ID token of a login provider, good for an hour unless told otherwise; `claims` go into it as they are. */
export async function mintLogin(world: World, raw: unknown): Promise<{ logins: Record<string, string> }> {
  const { provider, audience, subject, seconds = 3600 }: Parsed<typeof loginShape> = parseInput(loginShape, raw)
  const { claims = {} } = raw as { claims?: unknown }
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw invalidParameter('claims is an object.')
  const token = await mintToken(world, { iss: `https://${provider}`, sub: subject, aud: audience, ...claims }, seconds)
  return { logins: { [provider]: token } }
}
