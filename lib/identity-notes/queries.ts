import { queryOptions } from '@tanstack/react-query'
import type { IdentityRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { writing } from '../operation/write.ts'
import { addIdentityNote, deleteIdentityNote, editIdentityNote, listIdentityNotes } from './actions.ts'

export const identityNotes = (identity: IdentityRef) =>
  queryOptions({
    queryKey: ['identity-notes', identity.connectionId, identity.identityId] as const,
    queryFn: () => unwrap(listIdentityNotes({ identity })),
  })

export const noteAddition = writing(addIdentityNote)
export const noteEdit = writing(editIdentityNote)
export const noteDeletion = writing(deleteIdentityNote)
