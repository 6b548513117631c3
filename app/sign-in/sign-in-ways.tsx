import { buttonClass } from '../../components/ui/button-class.ts'

/** One button a way. `provider`: its name, null where people sign in with a link of this machine alone. */
export function SignInWays({ token, to, provider }: { token: string | null; to: string; provider: string | null }) {
  if (token !== null)
    return (
      <form method="post" action="/sign-in/link" className="space-y-3">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <p className="text-soft">This link signs you in as the local operator, once.</p>
        <button type="submit" className={`${buttonClass('primary', 'md')} w-full`}>
          Sign in
        </button>
      </form>
    )
  if (provider !== null)
    return (
      <a href={`/sign-in/oidc?${new URLSearchParams({ to })}`} className={`${buttonClass('primary', 'md')} w-full`}>
        Sign in with {provider}
      </a>
    )
  return (
    <div className="space-y-3 text-soft">
      <p>Lifeguard prints a link when it starts. Open that link to sign in; it counts once, for 15 minutes.</p>
      <p>Another one, on the machine where Lifeguard runs:</p>
      <pre className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-ink">npm run sign-in-link</pre>
    </div>
  )
}
