'use client'

import { LoginTokenFields } from '#components/login-token-fields.tsx'
import { Field } from '#components/ui/field.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { identityIdProblem, loginProviders } from '#lib/access-test/subject.ts'
import { bounds } from '#lib/core/limits.ts'
import { tokenClaims } from '#lib/login-tokens/read-token.ts'
import type { Pool } from '#lib/pools/pool.ts'
import type { Draft } from './draft.ts'

type SubjectFieldsProps = {
  draft: Draft
  pool: Pool
  /** Whether a role mapping decides for the login. */
  mapped: boolean
  onDraft: (draft: Draft) => void
}

const TOKEN_ROLES = 'access-test-roles'

/** Who signs in. */
export function SubjectFields({ draft, pool, mapped, onDraft }: SubjectFieldsProps) {
  const providers = loginProviders(pool)
  const { as, provider, token } = draft
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
          token={token}
          onChange={(change) => onDraft({ ...draft, ...change })}
        />
      )}
      {as === 'developer' ? (
        <TextField
          label="Developer user identifier"
          hint={`A user of ${pool.developerProviderName}, letter by letter as the app sends it. Lifeguard signs in as this user.`}
          mono
          maxLength={bounds.developerUserIdentifier.max}
          value={draft.userIdentifier}
          onChange={(event) => onDraft({ ...draft, userIdentifier: event.target.value })}
        />
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
          onChange={(event) => onDraft({ ...draft, identityId: event.target.value })}
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
                {rolesOf(token).map((role) => (
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

function rolesOf(token: string): string[] {
  const listed = tokenClaims(token.trim())?.['cognito:roles']
  return Array.isArray(listed) ? listed.map(String) : []
}
