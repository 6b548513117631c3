import { UserIdentifier } from './user-identifier.tsx'

/** Developer user identifiers one below the other: one may hold a comma or a blank. */
export const UserIdentifierList = ({ users }: { users: readonly string[] }) => (
  <ul>
    {users.map((user) => (
      <li key={user} className="min-h-6">
        <UserIdentifier value={user} copy />
      </li>
    ))}
  </ul>
)
