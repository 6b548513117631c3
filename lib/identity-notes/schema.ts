import { z } from 'zod'
import { isPlainText, notPlain } from '../core/plain-text.ts'
import { identityInput } from '../identities/schema.ts'
import { secretInText } from './secret-in-text.ts'
import { NOTE_MAX } from './identity-note.ts'
import { grouped } from '../core/grouped.ts'

const text = z
  .string()
  .trim()
  .min(1, 'Write something.')
  .max(NOTE_MAX, `A note has at most ${grouped(NOTE_MAX)} characters.`)
  .refine(isPlainText, notPlain('A note'))
  .refine((given) => secretInText(given) !== 'token', 'This holds a token: a note never does, since everyone reads it.')

/** `version`: the one that was seen. */
const seenNote = { noteId: z.uuid(), version: z.int().positive() }

export const addIdentityNoteInput = identityInput.extend({ text })
export const editIdentityNoteInput = identityInput.extend({ ...seenNote, text })
export const deleteIdentityNoteInput = identityInput.extend(seenNote)
