'use client'

import { useQueries } from '@tanstack/react-query'
import Link from 'next/link'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { IdentityRef } from '#lib/core/refs.ts'
import { NoteText } from './note-text.tsx'

/** What the desk wrote about identities that were merged into this one: it is about the same person. */
export default function MergedNotes({ identity, ids }: { identity: IdentityRef; ids: readonly string[] }) {
  const { connectionId } = identity
  const results = useQueries({ queries: ids.map((identityId) => identityNotes({ connectionId, identityId })) })
  return ids.map((identityId, index) => {
    const { data = [], isError } = results[index] ?? {}
    if (data.length === 0 && !isError) return null
    return (
      <section key={identityId} aria-label={`Notes of ${identityId}`} className="border-t border-line pt-3">
        <h3 className="text-xs text-soft">
          Of the identity that was merged into this one,{' '}
          <Link
            href={identityPath({ connectionId, identityId })}
            className="rounded-sm font-mono wrap-anywhere text-accent-ink underline"
          >
            {identityId}
          </Link>
        </h3>
        {isError && <p className="text-soft">They could not be read.</p>}
        <ul className="divide-y divide-line">
          {data.map((note) => (
            <li key={note.noteId} className="py-2.5 last:pb-0">
              <NoteText note={note} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
