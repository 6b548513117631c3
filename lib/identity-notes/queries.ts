import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { IdentityRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { addIdentityNote, deleteIdentityNote, editIdentityNote, listIdentityNotes } from './actions.ts'

type SeenNote = { noteId: string; version: number }

export const identityNotes = (identity: IdentityRef) =>
  queryOptions({
    queryKey: ['identity-notes', identity.connectionId, identity.identityId] as const,
    queryFn: () => unwrap(listIdentityNotes({ identity })),
  })

export const noteAddition = (identity: IdentityRef) =>
  mutationOptions({
    mutationFn: (text: string) => unwrap(addIdentityNote({ identity, text })),
    meta: { handled: true },
  })

export const noteEdit = (identity: IdentityRef) =>
  mutationOptions({
    mutationFn: (edit: SeenNote & { text: string }) => unwrap(editIdentityNote({ identity, ...edit })),
    meta: { handled: true },
  })

export const noteDeletion = (identity: IdentityRef) =>
  mutationOptions({
    mutationFn: (seen: SeenNote) => unwrap(deleteIdentityNote({ identity, ...seen })),
    meta: { handled: true },
  })
