'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState, type SubmitEvent } from 'react'
import { EXAMPLE_ID, isId } from '#lib/core/limits.ts'
import { errorShape, type ErrorShape } from '#lib/core/errors.ts'
import { identityDetail } from '#lib/identities/queries.ts'
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
    const identityId = typeof typed === 'string' ? typed.trim() : ''
    if (identityId === '') return setProblem(null)
    if (!isId(identityId)) return setProblem(`This is not an identity ID. One looks like ${EXAMPLE_ID}.`)
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

function sentence(identityId: string, { code, message, awsName, hint }: ErrorShape): string {
  if (code === 'NOT_FOUND' && awsName) return `There is no identity ${identityId}: it was deleted, or never was.`
  return [awsName && `${awsName}:`, message, hint].filter(Boolean).join(' ')
}
