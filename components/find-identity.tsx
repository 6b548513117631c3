'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState, type SubmitEvent } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import { Spinner } from './ui/spinner.tsx'
import { TextInput } from './ui/text-input.tsx'

/** Goes to any identity of the connection, whatever its pool, or says why there is none. */
export function FindIdentity({ connectionId, className = '' }: { connectionId: string; className?: string }) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setProblem(null)
    const typed = new FormData(event.currentTarget).get('identityId')
    if (typeof typed !== 'string' || typed.trim() === '') return
    setPending(true)
    void load()
      .then(({ identityInText }) => identityInText(typed, connectionId, queryClient))
      .then(({ path, problem: reason }) => (path === null ? setProblem(reason) : router.push(path)))
      .catch((error: unknown) => setProblem(errorShape(error).message))
      .finally(() => setPending(false))
  }

  return (
    <form role="search" aria-label="Identities" onSubmit={submit} className={className}>
      <TextInput
        name="identityId"
        mono
        icon={pending ? <Spinner /> : <Search />}
        aria-label="Find by identity ID"
        placeholder="Find by identity ID"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        onFocus={() => void load()}
        onChange={() => setProblem(null)}
      />
      {problem && (
        <p id={id} role="alert" className="mt-1 text-xs wrap-anywhere text-danger-ink">
          {problem}
        </p>
      )}
    </form>
  )
}

const load = () => import('./identity-in-text.ts')
