import { isolated } from '#lib/core/isolated.ts'
import { Fragment } from 'react'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { UserIdentifier } from './user-identifier.tsx'

type WhoWillSeeProps = {
  /** Who signs in to the identity that is emptied: users of the developer provider, and its other logins. */
  users: readonly string[]
  logins: readonly string[]
  /** The user or identity whose data they will see. */
  of: string
}

/** What a merge does to people: whoever signs in as one sees everything of the other. */
export function WhoWillSee({ users, logins, of }: WhoWillSeeProps) {
  const ways = [
    ...users.map((user) => ({
      key: `as ${user}`,
      way: (
        <>
          as <UserIdentifier value={user} />
        </>
      ),
    })),
    ...logins.map((login) => ({ key: login, way: `with its ${isolated(loginLabel(login))} account` })),
  ]
  return (
    <>
      Whoever signs in{' '}
      {ways.map(({ key, way }, index) => (
        <Fragment key={key}>
          {index > 0 && (index === ways.length - 1 ? ' or ' : ', ')}
          {way}
        </Fragment>
      ))}{' '}
      will see everything of <UserIdentifier value={of} />.
    </>
  )
}
