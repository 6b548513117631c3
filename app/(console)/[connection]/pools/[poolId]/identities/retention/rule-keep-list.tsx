'use client'

import { useRef } from 'react'
import { KeepListField } from '#components/keep-list/keep-list-field.tsx'
import type { ChosenKeepFile } from '#components/keep-list/use-keep-file.ts'
import { Button } from '#components/ui/button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { grouped } from '#lib/core/grouped.ts'
import type { KeepListOfRule } from '#lib/retention/rule.ts'

type RuleKeepListProps = {
  /** The list that the rule has and shall go on to have. */
  present: KeepListOfRule | null
  chosen: ChosenKeepFile
  onRemove: () => void
}

/** What a rule never deletes: the list that it has, and a file that takes its place. */
export function RuleKeepList({ present, chosen, onRemove }: RuleKeepListProps) {
  const { file } = chosen
  const input = useRef<HTMLInputElement>(null)
  function drop() {
    onRemove()
    input.current?.focus()
  }
  return (
    <>
      {present !== null && file === null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="text-ink">
            {`${grouped(present.count)} ${present.count === 1 ? 'ID is' : 'IDs are'} kept, of `}
            <ForeignText text={present.name} />.
          </p>
          <Button size="sm" onClick={drop}>
            Remove the keep list
          </Button>
        </div>
      )}
      <KeepListField
        chosen={chosen}
        input={input}
        hint={`A CSV or any text with the IDs of identities that this rule must never delete, such as your app's log of active users. It stays as it is until you choose another file.${present === null ? '' : ' A file takes the place of the list that the rule has.'}`}
        said={
          file?.state === 'read' ? `${grouped(file.ids.length)} ${file.ids.length === 1 ? 'ID' : 'IDs'} to keep.` : ''
        }
      />
    </>
  )
}
