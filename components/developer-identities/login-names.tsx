import { ForeignText } from '../ui/foreign-text.tsx'
import { loginLabel } from '#lib/login-providers/login-label.ts'

/** Login providers as people say them, each with its machine name where that is another. */
export function LoginNames({ logins }: { logins: readonly string[] }) {
  if (logins.length === 0) return <span className="text-soft">No login</span>
  return (
    <ul>
      {logins.map((login) => (
        <li key={login}>
          <ForeignText text={loginLabel(login)} />
          {loginLabel(login) !== login && (
            <span className="ml-2 font-mono text-xs wrap-anywhere text-soft">
              <ForeignText text={login} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
