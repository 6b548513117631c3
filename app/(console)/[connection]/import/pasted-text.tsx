'use client'

import { FileUp, FolderUp } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import type { NamedText } from '#lib/import/read-texts.ts'
import { droppedFiles, textsOf } from './chosen-files.ts'

/** A file that is longer stays a file: a text box of that size is slow. */
const LONGEST_TEXT = 200_000

type PastedTextProps = {
  text: string
  files: readonly NamedText[]
  problem: string | undefined
  onTexts: (text: string, files: readonly NamedText[]) => void
  /** What came of it. */
  children: ReactNode
}

/** A text that is pasted, or files that are dropped or chosen, whole folders too. */
export function PastedText({ text, files, problem, onTexts, children }: PastedTextProps) {
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const take = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return
    const { files: read, problem: failed } = await textsOf(chosen)
    setRefused(failed)
    const [only, ...more] = read
    if (only && more.length === 0 && only.text.length <= LONGEST_TEXT && files.length === 0) onTexts(only.text, [])
    else if (only) onTexts(text, [...files.filter(({ name }) => !read.some((one) => one.name === name)), ...read])
  }
  const drag = (isOn: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(isOn)
  }
  return (
    <div
      className={isOver ? 'rounded-lg outline-2 outline-offset-4 outline-accent outline-dashed' : ''}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        if (event.dataTransfer.types.includes('Files')) void droppedFiles(event.dataTransfer).then(take)
      }}
    >
      <Field
        label="Description of a pool"
        hint="Paste, drop or choose Terraform (configuration, state or plan), CloudFormation, SAM, Serverless, Amplify or CDK output, what the AWS CLI answers, or the code of a pool; files with values, such as terraform.tfvars, may stand beside it. It is read in this page; nothing is sent before you create or change a pool."
        error={refused ?? problem}
      >
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={10}
            value={text}
            onChange={(event) => {
              setRefused(undefined)
              onTexts(event.target.value, files)
            }}
          />
        )}
      </Field>
      {[
        { input: file, label: 'Files with the description of a pool', more: { multiple: true } },
        { input: folder, label: 'Folder with the description of a pool', more: { webkitdirectory: '' } },
      ].map(({ input, label, more }) => (
        <input
          key={label}
          ref={input}
          type="file"
          hidden
          aria-label={label}
          {...more}
          onChange={(event) => {
            void take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      ))}
      {files.length > 0 && (
        <ul aria-label="Files" className="mt-3 space-y-1">
          {files.map(({ name }) => (
            <li key={name} className="flex flex-wrap items-center gap-2 wrap-anywhere">
              <bdi className="font-mono text-xs">{name}</bdi>
              <Button
                size="sm"
                aria-label={`Remove ${name}`}
                onClick={() =>
                  onTexts(
                    text,
                    files.filter((one) => one.name !== name),
                  )
                }
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button icon={<FileUp />} onClick={() => file.current?.click()}>
          Choose files…
        </Button>
        <Button icon={<FolderUp />} onClick={() => folder.current?.click()}>
          Choose a folder…
        </Button>
        {children}
      </div>
    </div>
  )
}
