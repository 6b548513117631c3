import { readSession, type Caller } from '../rules/session-credentials.ts'
import { ServiceError } from '../state/errors.ts'
import type { World } from '../state/world.ts'
import { readSignature, verifySignature } from './signature.ts'

/** Who signed a call, and for which Region; both null for a call without a signature. */
export interface Authentication {
  region: string | null
  caller: Caller
}

/**
 * Reads a call's signature and checks it: with the keys that the world was given, if any, and always when it is made
 * with temporary credentials of this world. Throws the errors of `verifySignature`, MissingAuthenticationTokenException
 * and ExpiredTokenException.
 */
export function authenticate(
  world: World,
  operation: { service: string; signed: boolean },
  request: Request,
  body: Uint8Array,
): Authentication {
  const signature = readSignature(request, operation.service)
  if (!signature) {
    if (operation.signed) throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token')
    return { region: null, caller: null }
  }
  const { keyId, region } = signature
  const session = readSession(world.store, keyId, request.headers.get('x-amz-security-token'))
  if (session !== null || world.keys.size > 0)
    verifySignature(signature, request, body, session?.secret ?? world.keys.get(keyId))
  if (session && session.expires * 1000 <= world.clock.now())
    throw new ServiceError('ExpiredTokenException', 'The security token included in the request is expired')
  return { region, caller: session }
}
