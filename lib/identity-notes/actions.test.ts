import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { addIdentityNote, deleteIdentityNote, editIdentityNote, listIdentityNotes } from './actions.ts'
import { NOTE_MAX } from './identity-note.ts'

const lifeguard = consoleForTests({ role: 'support' })
const gone = { connectionId: 'test', identityId: 'us-east-1:00000000-0000-4000-8000-000000000000' }

describe('a note', () => {
  it('is written, edited and deleted, and the audit tells who and never what', async () => {
    const added = await addIdentityNote({ identity: gone, text: '  Lives in Lisbon\r\n ' })
    if (!added.ok) throw new Error(added.error.message)
    const { noteId } = added.value
    expect(added.value).toMatchObject({ text: 'Lives in Lisbon', version: 1, writtenBy: 'Local operator' })
    const edited = await editIdentityNote({ identity: gone, noteId, version: 1, text: 'Lives in Porto' })
    expect(edited).toMatchObject({ ok: true, value: { version: 2, edited: { by: 'Local operator' } } })
    expect(await listIdentityNotes({ identity: gone })).toEqual({ ok: true, value: [edited.ok && edited.value] })
    expect(await editIdentityNote({ identity: gone, noteId, version: 1, text: 'Lives in Faro' })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    expect(await deleteIdentityNote({ identity: gone, noteId, version: 2 })).toEqual({ ok: true, value: { noteId } })
    expect(await listIdentityNotes({ identity: gone })).toEqual({ ok: true, value: [] })
    const rows = await lifeguard.auditRows()
    expect(rows.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['AddIdentityNote', null],
      ['AddIdentityNote', 'succeeded'],
      ['EditIdentityNote', null],
      ['EditIdentityNote', 'succeeded'],
      ['EditIdentityNote', null],
      ['EditIdentityNote', 'failed'],
      ['DeleteIdentityNote', null],
      ['DeleteIdentityNote', 'succeeded'],
    ])
    expect(rows.every(({ identity_id }) => identity_id === gone.identityId)).toBe(true)
    expect(rows.filter(({ input }) => input?.includes(noteId))).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/Lives|Porto|Faro/)
  })

  it.each([
    ['nothing but blanks', ' \n\t ', 'Write something.'],
    ['too much', 'x'.repeat(NOTE_MAX + 1), 'at most 2,000 characters'],
    ['what no text holds', 'a\0b', 'plain text'],
  ])('is refused when it is %s', async (_what, text, message) => {
    expect(await addIdentityNote({ identity: gone, text })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { text: expect.stringContaining(message) } },
    })
  })

  it('may be as long as the limit', async () => {
    const text = '𝒳'.repeat(NOTE_MAX / 2)
    expect(await addIdentityNote({ identity: gone, text })).toMatchObject({ ok: true, value: { text } })
  })

  it('is not written on a read-only connection, and read there', async () => {
    const identity = { ...gone, connectionId: 'fixed' }
    expect(await addIdentityNote({ identity, text: 'No' })).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
    expect(await listIdentityNotes({ identity })).toEqual({ ok: true, value: [] })
  })
})
