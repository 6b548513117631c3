'use client'

import { FileUp } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'

const MOST_BYTES = 5_000_000

type PastedTextProps = {
  text: string
  problem: string | undefined
  onText: (text: string) => void
  /** The button that reads it, and what came of it. */
  children: ReactNode
}

/** A text that is pasted, dropped as a file, or read from a file that the person chooses. */
export function PastedText({ text, problem, onText, children }: PastedTextProps) {
  const file = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > MOST_BYTES)
      return setRefused(`${chosen.name} is larger than 5 MB. Choose the part about the pool.`)
    const read = await chosen.text().catch(() => null)
    setRefused(read === null ? `${chosen.name} could not be read.` : undefined)
    if (read !== null) onText(read)
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
        void take(event.dataTransfer.files[0])
      }}
    >
      <Field
        label="Configuration of a pool"
        hint="Paste or drop what describe-identity-pool answers (get-identity-pool-roles and get-principal-tag-attribute-map may follow it), a CloudFormation template, what terraform show -json prints, or Terraform resources. It is read in this page; nothing is sent before you create a pool."
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
              onText(event.target.value)
            }}
          />
        )}
      </Field>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="File with the configuration of a pool"
        accept=".json,.yaml,.yml,.tf,.template,.txt,application/json,text/*"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button icon={<FileUp />} onClick={() => file.current?.click()}>
          Choose a file…
        </Button>
        {children}
      </div>
    </div>
  )
}
