import { z } from 'zod'
import type { FactChange } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { grouped } from '../core/grouped.ts'

/** A list, or the words that stand for one that was erased. */
const list = z.union([z.array(z.string()), z.string().transform((words) => [words])]).catch([])
const identity = z.object({ identityId: z.string(), state: z.string().catch(''), logins: list })
const side = z.object({ identity, userIdentifiers: list.optional() })

const unlinking = z.object({ ...identity.shape, userIdentifiers: list.optional() })
const unlinked = z.object({ unlinked: z.string(), disabled: z.boolean() })
const merging = z.object({ source: side, destination: side })
const merged = z.object({ identityId: z.string(), disabled: z.string() })
const linked = z.object({ linked: z.string() })
const written = z.object({ characters: z.number() })

type Kept = { operation: string; input: unknown; before: unknown; after: unknown }

/** What an act of the desk changed of an identity, as it was and as it became; null for any other act. */
export function deskChanges({ operation, input, before, after }: Kept): FactChange[] | null {
  if (operation === 'UnlinkDeveloperIdentity' || operation === 'UnlinkIdentity') {
    const was = unlinking.safeParse(before)
    const is = unlinked.safeParse(after)
    return was.success && is.success ? ofUnlinking(operation, was.data, is.data) : null
  }
  if (operation === 'MergeDeveloperIdentities' || operation === 'UniteIdentities') {
    const was = merging.safeParse(before)
    const is = merged.safeParse(after)
    return was.success && is.success ? ofMerge(was.data, is.data) : null
  }
  if (operation === 'GetOpenIdTokenForDeveloperIdentity') {
    const is = linked.safeParse(after)
    return is.success ? [change('Developer user identifiers', [], [is.data.linked])] : null
  }
  const note = written.safeParse(input)
  if (operation.endsWith('IdentityNote'))
    return [
      operation === 'DeleteIdentityNote'
        ? change('Note', ['Deleted; its text is not kept'], [])
        : change('Note', [], [note.success ? `${grouped(note.data.characters)} characters` : 'Written']),
    ]
  return null
}

function ofUnlinking(
  operation: string,
  was: z.output<typeof unlinking>,
  { unlinked: gone, disabled }: z.output<typeof unlinked>,
): FactChange[] {
  const users = was.userIdentifiers ?? []
  const without = (all: string[]) => all.filter((one) => one !== gone)
  return [
    operation === 'UnlinkIdentity'
      ? change('Logins', was.logins.map(loginLabel), without(was.logins).map(loginLabel))
      : change('Developer user identifiers', users, without(users)),
    ...(disabled ? [change('State', [spoken(was.state)], ['Disabled'])] : []),
  ]
}

function ofMerge(was: z.output<typeof merging>, is: z.output<typeof merged>): FactChange[] {
  const [stays, moves] =
    was.source.identity.identityId === is.identityId ? [was.source, was.destination] : [was.destination, was.source]
  const users = [stays, moves].map(({ userIdentifiers = [] }) => userIdentifiers)
  const logins = [stays, moves].map((one) => one.identity.logins.map(loginLabel))
  return [
    change(`Developer user identifiers of ${is.identityId}`, users[0] ?? [], users.flat()),
    change(`Logins of ${is.identityId}`, logins[0] ?? [], logins.flat()),
    change(`State of ${is.disabled}`, [spoken(moves.identity.state)], ['Disabled']),
  ].filter(({ before, after }) => before !== after)
}

const spoken = (state: string) => state.charAt(0).toUpperCase() + state.slice(1)

const change = (label: string, before: string[], after: string[]): FactChange => ({
  key: label,
  label,
  before: said(before),
  after: said(after),
})

const said = (parts: string[]): string | null => (parts.length === 0 ? null : [...new Set(parts)].join(', '))
