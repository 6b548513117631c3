import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { Button } from '#components/ui/button.tsx'

type UserListProps = {
  users: readonly string[]
  provider: string
  /** Why they may not be unlinked, or null. */
  denied: string | null
  onUnlink: (user: string) => void
}

export function UserList({ users, provider, denied, onUnlink }: UserListProps) {
  if (users.length === 0) return <p className="text-soft">No user of {isolated(provider)} leads to this identity.</p>
  return (
    <ul className="divide-y divide-line">
      {users.map((user) => (
        <li key={user} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
          <UserIdentifier value={user} copy />
          <Button size="sm" aria-label={`Unlink ${shortName(user)}`} denied={denied} onClick={() => onUnlink(user)}>
            Unlink
          </Button>
        </li>
      ))}
    </ul>
  )
}
