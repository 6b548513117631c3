import type { Dispatch, SetStateAction } from 'react'
import { UserField } from '#components/developer-identities/user-field.tsx'
import { userOf } from '#lib/developer-identities/read-user.ts'
import type { Draft } from './draft.ts'

type DeveloperUserProps = { draft: Draft; providerName: string; onDraft: Dispatch<SetStateAction<Draft>> }

/** The developer user who signs in. */
export const DeveloperUser = ({ draft, providerName, onDraft }: DeveloperUserProps) => (
  <UserField
    hint={`A user of ${providerName}, letter by letter as the app sends it. Lifeguard signs in as this user.`}
    verb="Sign in as"
    box={draft.user}
    onBox={(user) => onDraft({ ...draft, user, userIdentifier: userOf(user) })}
  />
)
