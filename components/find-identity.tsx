'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState, type SubmitEvent } from 'react'
import { EXAMPLE_ID } from '#lib/core/limits.ts'
import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { PastedThing } from '#lib/pasted/pasted.ts'
import { readPasted } from '#lib/pasted/read-pasted.ts'
import { identityPath } from '#lib/core/paths.ts'
import { Spinner } from './ui/spinner.tsx'
import { TextInput } from './ui/text-input.tsx'

/** Goes to any identity of the connection, whatever its pool, or says why there is none. */
export function FindIdentity({ connectionId, className = '' }: { connectionId: string; className?: string }) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()

  async function find(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('identityId')
    const text = typeof typed === 'string' ? typed : ''
    if (text.trim() === '') return setProblem(null)
    const { identityId, reason } = onlyId(text)
    if (identityId === null) return setProblem(reason)
    setPending(true)
    setProblem(null)
    try {
      await queryClient.query({ ...identityDetail({ connectionId, identityId }), staleTime: 0 })
      router.push(identityPath({ connectionId, identityId }))
    } catch (error) {
      setProblem(sentence(identityId, errorShape(error)))
    } finally {
      setPending(false)
    }
  }

  return (
    <form role="search" aria-label="Identities" onSubmit={(event) => void find(event)} className={className}>
      <TextInput
        name="identityId"
        mono
        icon={pending ? <Spinner /> : <Search />}
        aria-label="Find by identity ID"
        placeholder="Find by identity ID"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        onChange={() => setProblem(null)}
      />
      {problem && (
        <p id={id} role="alert" className="mt-1 text-xs break-all text-danger-ink">
          {problem}
        </p>
      )}
    </form>
  )
}

/** The one id in a pasted text, or why there is none to go to. */
function onlyId(text: string): { identityId: string; reason: null } | { identityId: null; reason: string } {
  const { things } = readPasted(text)
  const ids = things.flatMap((thing) => (thing.kind === 'id' ? [thing.id] : []))
  const [identityId, ...others] = ids
  if (identityId !== undefined && others.length === 0) return { identityId, reason: null }
  return {
    identityId: null,
    reason: ids.length > 0 ? `There are ${ids.length} IDs in this text: paste one.` : noId(things),
  }
}

function noId(things: readonly PastedThing[]): string {
  const [first] = things
  if (first?.kind === 'incomplete') return `This ID is incomplete. A whole one looks like ${EXAMPLE_ID}.`
  if (first?.kind === 'uuid') return `This ID lacks its Region. A whole one looks like ${EXAMPLE_ID}.`
  if (first?.kind === 'token') return 'This is a token, not an identity ID. It was not sent: Find reads it.'
  return `This is not an identity ID. One looks like ${EXAMPLE_ID}.`
}

function sentence(identityId: string, { code, message, awsName, hint }: ErrorShape): string {
  if (code === 'NOT_FOUND' && awsName)
    return `This connection has no identity ${identityId}. It may have been deleted, or be in another connection.`
  return [awsName && `${awsName}:`, message, hint].filter(Boolean).join(' ')
}
