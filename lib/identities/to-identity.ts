import 'server-only'
import type { IdentityDescription } from '@aws-sdk/client-cognito-identity'
import { stateOf, withoutMarker, type Identity } from './identity.ts'

export function toIdentity({
  IdentityId = '',
  Logins = [],
  CreationDate,
  LastModifiedDate,
}: IdentityDescription): Identity {
  return {
    identityId: IdentityId,
    state: stateOf(Logins),
    logins: withoutMarker(Logins),
    createdAt: CreationDate?.getTime() ?? null,
    modifiedAt: LastModifiedDate?.getTime() ?? null,
  }
}
