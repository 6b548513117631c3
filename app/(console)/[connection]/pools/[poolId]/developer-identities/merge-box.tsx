import type { Ref } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { boxWith, readBox, sideName, type MergeBox as Box } from '#lib/developer-identities/merge-boxes.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'

type MergeBoxProps = {
  label: string
  poolId: string
  box: Box
  /** What stands in it was to be compared and could not. */
  tried: boolean
  ref?: Ref<HTMLInputElement>
  onBox: (box: Box) => void
}

/** Takes whatever names an identity; says why a text does not, and which of several it may be. */
export function MergeBox({ label, poolId, box, tried, ref, onBox }: MergeBoxProps) {
  const reading = readBox(box, poolId)
  const keys: LookupKey[] = tried && reading.kind === 'choice' ? reading.keys : []
  const error =
    !tried || reading.kind === 'side'
      ? undefined
      : reading.kind === 'empty'
        ? 'Give a developer user identifier or an identity ID.'
        : reading.kind === 'choice'
          ? 'Who is meant? Choose one.'
          : reading.why
  return (
    <div className="min-w-0 flex-1 basis-60 space-y-2">
      <TextField
        ref={ref}
        label={label}
        mono
        autoComplete="off"
        value={box.text}
        error={error}
        onChange={(event) => onBox({ text: event.target.value, key: null })}
      />
      {keys.length > 0 && (
        <div role="group" aria-label={`Which one: ${label}`} className="flex flex-wrap gap-2">
          {keys.map((key) => (
            <Button key={sideName(key)} size="sm" onClick={() => onBox(boxWith(key))}>
              {'userIdentifier' in key ? `Exactly: ${shortName(key.userIdentifier)}` : key.identityId}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
