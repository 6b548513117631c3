'use client'

import type { RefObject } from 'react'
import { grouped } from '#lib/core/grouped.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import type { KeepFile } from './read-keep-file.ts'
import type { ChosenKeepFile } from './use-keep-file.ts'

type KeepListFieldProps = {
  chosen: ChosenKeepFile
  hint: string
  /** What a file that was read stands for: "12 of its IDs match the filter and are kept." */
  said: string
  /** Where the file is chosen: it takes the focus of a button beside it that goes. */
  input: RefObject<HTMLInputElement | null>
}

/** Else the file's name would stand there as if it were kept. */
function empty(box: HTMLInputElement) {
  box.value = ''
  box.focus()
}

/** Takes a file of ids that must not be deleted, and says what it was read as. */
export function KeepListField({ chosen: { file, choose, remove }, hint, said, input }: KeepListFieldProps) {
  function clear() {
    remove()
    if (input.current) empty(input.current)
  }
  return (
    <div className="space-y-1.5">
      <Field
        label="Keep list"
        optional
        hint={hint}
        error={file?.state === 'unread' ? `${file.problem} Choose another file, or remove it.` : undefined}
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            accept=".csv,.txt,.tsv,.json,.jsonl,.log,text/*"
            className="block w-full text-soft file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-hover"
            // A file that was mended has the same name, which by itself is no change.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
            onChange={({ target: { files } }) => files?.[0] && void choose(files[0])}
          />
        )}
      </Field>
      {file && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p role="status" className="text-soft empty:hidden">
            {fileSaid(file, said)}
          </p>
          <Button size="sm" onClick={clear}>
            Remove the file
          </Button>
        </div>
      )}
    </div>
  )
}

function fileSaid(file: KeepFile, said: string): string {
  if (file.state === 'unread') return ''
  if (file.state === 'reading') return `${file.name} is being read…`
  const { linesWithout } = file
  const lines = linesWithout === 1 ? '1 line' : `${grouped(linesWithout)} lines`
  return `${file.name}: ${said}${linesWithout > 0 ? ` ${lines} named none.` : ''}`
}
