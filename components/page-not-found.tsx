import { ButtonLink } from './ui/button-link.tsx'

/** An address that leads nowhere. */
export function PageNotFound() {
  return (
    <div className="mx-auto w-full max-w-lg px-4 py-16">
      <p className="font-mono text-xs text-faint">404</p>
      <h1 className="mt-1 text-xl font-semibold tracking-tight">There is no such page</h1>
      <p className="mt-2 text-base text-soft">
        The address may be mistyped, or what it named is gone. Pools and identities are found by their ID.
      </p>
      <div className="mt-6 flex gap-2">
        <ButtonLink variant="primary" href="/">
          Go to the start page
        </ButtonLink>
      </div>
    </div>
  )
}
