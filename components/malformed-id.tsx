import { EXAMPLE_ID } from '#lib/core/limits.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { ButtonLink } from './ui/button-link.tsx'
import { EmptyState } from './ui/empty-state.tsx'

/** An address whose id cannot be one: says what one looks like. */
export function MalformedId({
  what,
  id,
  connectionId,
}: {
  what: 'identity pool' | 'identity'
  id: string
  connectionId: string
}) {
  return (
    <>
      <h1 className="sr-only">{`Not an ${what} ID`}</h1>
      <EmptyState
        title={`"${id}" is not an ${what} ID`}
        text={`One is a Region, a colon and lower-case hexadecimal, such as ${EXAMPLE_ID}.`}
        action={<ButtonLink href={poolsPath(connectionId)}>Go to the pools</ButtonLink>}
      />
    </>
  )
}
