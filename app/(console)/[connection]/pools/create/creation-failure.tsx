import { FailureState } from '#components/failure-state.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { poolsPath } from '#lib/core/paths.ts'

/** Why there is no pool yet, or that nobody knows whether there is one. */
export function CreationFailure({ error, connectionId }: { error: unknown; connectionId: string }) {
  const unknown = errorShape(error).code === 'UNKNOWN_OUTCOME'
  return (
    <Card flush className="mt-4 max-w-4xl">
      <FailureState
        title={unknown ? 'It is not known whether the pool was created' : 'The pool was not created'}
        error={error}
        action={unknown && <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink>}
        compact
      />
    </Card>
  )
}
