import { Checkbox } from '#components/ui/checkbox.tsx'
import { Th } from '#components/ui/th.tsx'

type IdentityHeadProps = { selected: number; loaded: number; onAll: (all: boolean) => void }

export function IdentityHead({ selected, loaded, onAll }: IdentityHeadProps) {
  const all = loaded > 0 && selected >= loaded
  return (
    <tr aria-rowindex={1}>
      <Th className="w-10">
        <Checkbox
          aria-label="Select all loaded"
          checked={all}
          indeterminate={selected > 0 && !all}
          disabled={loaded === 0}
          onChange={(event) => onAll(event.target.checked)}
        />
      </Th>
      <Th className="w-52 sm:w-96">Identity ID</Th>
      <Th className="w-32">State</Th>
      <Th className="w-56">Logins</Th>
      <Th className="w-40">Created (UTC)</Th>
      <Th className="w-40">Modified (UTC)</Th>
    </tr>
  )
}
