'use client'

import dynamic from 'next/dynamic'
import type { Dispatch, SetStateAction } from 'react'
import { Field } from '#components/ui/field.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { identityIdProblem, loginProviders } from '#lib/access-test/subject.ts'
import { isId } from '#lib/core/limits.ts'
import { tokenClaims } from '#lib/login-tokens/read-token.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { Draft } from './draft.ts'

type SubjectFieldsProps = {
  draft: Draft
  pool: Pool
  connectionId: string
  /** The token of the last test, where it counts for the login; it lives in the page's memory alone. */
  kept: string
  onForget: () => void
  /** Whether a role mapping decides for the login. */
  mapped: boolean
  onDraft: Dispatch<SetStateAction<Draft>>
}

const DeveloperUser = dynamic(() => import('./developer-user.tsx').then((file) => file.DeveloperUser), {
  loading: () => <Skeleton className="h-20 w-full" />,
})

const LoginTokenFields = dynamic(
  () => import('#components/token-verdict/login-token-fields.tsx').then((file) => file.LoginTokenFields),
  { ssr: false, loading: () => <Skeleton className="h-32 w-full" /> },
)

const KeptToken = dynamic(() => import('./kept-token.tsx').then((file) => file.KeptToken), { ssr: false })

const TOKEN_ROLES = 'access-test-roles'

/** Who signs in. */
export function SubjectFields(props: SubjectFieldsProps) {
  const { draft, pool, connectionId, kept, mapped, onForget, onDraft } = props
  const providers = loginProviders(pool)
  const { as, provider, token } = draft
  const takeId = (text: string) => {
    onDraft({ ...draft, identityId: text })
    void idIn(text).then((identityId) =>
      onDraft((now) => (now.identityId === text && identityId !== null ? { ...now, identityId } : now)),
    )
  }
  return (
    <>
      <div className="flex flex-col items-start">
        <p aria-hidden="true" className="mb-1.5 font-medium">
          Who signs in
        </p>
        <SegmentedControl
          label="Who signs in"
          options={[
            { value: 'guest', label: 'A guest' },
            ...(providers.length > 0 ? [{ value: 'login' as const, label: 'A login' }] : []),
            ...(pool.developerProviderName ? [{ value: 'developer' as const, label: 'A developer user' }] : []),
          ]}
          value={as}
          onChange={(next) => onDraft({ ...draft, as: next, token: '' })}
        />
      </div>
      {as === 'login' && (
        <LoginTokenFields
          label="Login provider"
          providers={providers}
          provider={provider}
          pool={pool}
          connectionId={connectionId}
          token={token}
          kept={kept}
          onChange={(change) => onDraft({ ...draft, ...change })}
        />
      )}
      {as === 'login' && kept !== '' && token.trim() === '' && <KeptToken onForget={onForget} />}
      {as === 'developer' ? (
        <DeveloperUser draft={draft} providerName={pool.developerProviderName ?? ''} onDraft={onDraft} />
      ) : (
        <TextField
          label="Identity ID"
          optional
          error={identityIdProblem(draft.identityId.trim(), pool) ?? undefined}
          hint={
            as === 'guest'
              ? 'A guest that is there already. Without it the test makes a new guest.'
              : 'An identity that the login has already. Without it the service finds the login’s identity, or makes one.'
          }
          mono
          value={draft.identityId}
          onChange={(event) => takeId(event.target.value)}
        />
      )}
      {as === 'login' && mapped && (
        <Field
          label="Custom role ARN"
          optional
          hint="What an app sends as CustomRoleArn to choose among several roles."
        >
          {(control) => (
            <>
              <TextInput
                {...control}
                mono
                list={TOKEN_ROLES}
                value={draft.customRoleArn}
                onChange={(event) => onDraft({ ...draft, customRoleArn: event.target.value })}
              />
              <datalist id={TOKEN_ROLES}>
                {rolesOf(token.trim() || kept).map((role) => (
                  <option key={role} value={role} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
    </>
  )
}

/** The one id in a text that is none itself. */
async function idIn(text: string): Promise<string | null> {
  if (isId(text.trim()) || !PART_OF_ID.test(text)) return null
  const { onlyId } = await import('#lib/pasted/only-id.ts')
  return onlyId(text).identityId
}

const PART_OF_ID = /[0-9a-f]{4}-[0-9a-f]{4}/i

function rolesOf(token: string): string[] {
  const listed = tokenClaims(token.trim())?.['cognito:roles']
  return Array.isArray(listed) ? listed.map(String) : []
}
