import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import { NOTES_MAX } from './identity-note.ts'
import { addNote, deleteNote, editNote, notesOf } from './kept-notes.ts'

const identity = { connectionId: 'prod', identityId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' }
const at = 1_795_000_000_000
const draft = (text: string, by = 'Ada', later = 0) => ({ noteId: randomUUID(), text, by, at: at + later })

describe.each(ENGINES)('notes on %s', (engine) => {
  test('are kept in the order of writing, letter by letter, also by another process', async () => {
    const place = await storePlace(engine)
    const db = openForTest(place)
    await migrate(db, engine)
    const text = 'Called twice.\n<b>“Ada”</b> — 日本 🧭 \\ \' "'
    await addNote(identity, draft('Second', 'Bob', 1), db)
    await addNote(identity, draft(text), db)
    expect(await notesOf(identity, openForTest(place))).toMatchObject([
      { text, version: 1, writtenBy: 'Ada', writtenAt: at, edited: null },
      { text: 'Second', writtenBy: 'Bob' },
    ])
  })

  test('are of one identity of one connection', async () => {
    const db = await storeForTest(engine)
    const note = await addNote(identity, draft('Mine'), db)
    const others = [
      { ...identity, connectionId: 'test' },
      { ...identity, identityId: 'us-east-1:00000000-0000-4000-8000-000000000000' },
    ]
    for (const other of others) {
      expect(await notesOf(other, db)).toEqual([])
      const seen = { identity: other, noteId: note.noteId, version: 1 }
      await expect(deleteNote(seen, db)).rejects.toMatchObject({ shape: { code: 'NOT_FOUND' } })
      await expect(editNote(seen, draft('Theirs'), db)).rejects.toMatchObject({ shape: { code: 'NOT_FOUND' } })
    }
    expect(await notesOf(identity, db)).toEqual([note])
  })

  test('of two edits on one version the second is refused, and so is its deletion', async () => {
    const db = await storeForTest(engine)
    const { noteId } = await addNote(identity, draft('First'), db)
    const seen = { identity, noteId, version: 1 }
    const edits = await Promise.allSettled(['Bob', 'Eve'].map((by) => editNote(seen, draft(`By ${by}`, by, 5), db)))
    expect(edits.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [kept] = await notesOf(identity, db)
    const by = kept?.edited?.by ?? ''
    expect(kept).toMatchObject({ text: `By ${by}`, version: 2, writtenBy: 'Ada', edited: { by, at: at + 5 } })
    await expect(deleteNote(seen, db)).rejects.toMatchObject({
      shape: { code: 'CONFLICT', message: expect.stringContaining(`${by} edited this note`) },
    })
    await deleteNote({ ...seen, version: 2 }, db)
    expect(await notesOf(identity, db)).toEqual([])
    await expect(editNote({ ...seen, version: 2 }, draft('Late'), db)).rejects.toMatchObject({
      shape: { code: 'NOT_FOUND' },
    })
  })

  test('have a most for one identity', async () => {
    const db = await storeForTest(engine)
    for (let index = 0; index < NOTES_MAX; index += 1) await addNote(identity, draft(`Note ${index}`), db)
    await expect(addNote(identity, draft('One more'), db)).rejects.toMatchObject({ shape: { code: 'LIMIT' } })
    expect(await addNote({ ...identity, connectionId: 'test' }, draft('Elsewhere'), db)).toMatchObject({ version: 1 })
  })
})
