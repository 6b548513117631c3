import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { isolated } from '#lib/core/isolated.ts'
import type { Pasted, PastedThing } from '#lib/pasted/pasted.ts'
import { readToken } from '#lib/login-tokens/read-token.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

type FoundChoiceProps = {
  pasted: Pasted
  pools: readonly PoolSummary[]
  regions: readonly string[]
  onChosen: (thing: PastedThing) => void
}

const GUESSED = 'Nothing says who is meant in this text, and nobody was asked yet: choose'

/** Several things in one text, or what may be one: which one is meant. */
export function FoundChoice({ pasted: { things, guessed }, pools, regions, onChosen }: FoundChoiceProps) {
  const offered = things.flatMap((thing) => offersOf(thing, pools, regions))
  return (
    <Callout title={guessed ? GUESSED : `${offered.length} things in this text: choose one`}>
      <ul aria-label="What is meant" className="mt-2 space-y-1.5">
        {offered.map(({ what, detail, thing }) => (
          <li key={`${what} ${detail}`}>
            <Button className="h-auto max-w-full py-1 text-left" onClick={() => onChosen(thing)}>
              <span className="min-w-0">
                {what} <UserIdentifier value={detail} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

type Offer = { what: string; detail: string; thing: PastedThing }

function offersOf(thing: PastedThing, pools: readonly PoolSummary[], regions: readonly string[]): Offer[] {
  if (thing.kind === 'id') {
    const pool = pools.find(({ poolId }) => poolId === thing.id)
    const what = pool ? `Pool ${isolated(pool.name)}` : thing.isPool ? 'Pool' : 'Identity'
    return [{ what, detail: thing.id, thing }]
  }
  if (thing.kind === 'token') return [{ ...tokenOffer(thing.token), thing }]
  if (thing.kind === 'user') return [{ what: 'Developer user identifier', detail: thing.userIdentifier, thing }]
  if (thing.kind === 'incomplete') return [{ what: 'Beginning of an ID', detail: thing.text, thing }]
  return [
    ...regions.map((region) => {
      const id = `${region}:${thing.uuid}`
      return { what: 'Identity', detail: id, thing: { kind: 'id' as const, id, isPool: false } }
    }),
    {
      what: 'Developer user identifier',
      detail: thing.uuid,
      thing: { kind: 'user' as const, userIdentifier: thing.uuid },
    },
  ]
}

function tokenOffer(token: string): { what: string; detail: string } {
  const facts = readToken(token)
  if (!facts) return { what: 'A token that cannot be read here', detail: `${token.length} characters` }
  const what = facts.identity ? 'OpenID token' : facts.isAccessToken ? 'Access token' : 'ID token'
  return {
    what: `${what} of ${facts.provider ? isolated(loginLabel(facts.provider)) : 'nobody named'}`,
    detail: facts.subject ?? '',
  }
}
