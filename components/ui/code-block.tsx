import { CopyButton } from './copy-button.tsx'

type CodeBlockProps = {
  /** What the code is, as its accessible name and in "Copy …". */
  label: string
  code: string
  /** Layout only. */
  className?: string
}

const SHOWN = 100_000

/** Code to read and copy. It scrolls by itself, both ways; of very long code only the beginning is shown. */
export function CodeBlock({ label, code, className = 'max-h-[32rem]' }: CodeBlockProps) {
  return (
    <div className="relative min-w-0 rounded-lg border border-line bg-surface">
      <CopyButton value={code} label={`Copy ${label}`} className="absolute top-1.5 right-1.5 z-10 bg-surface" />
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={label}
        className={`overflow-auto rounded-lg py-3 pr-12 pl-4 font-mono text-xs leading-5 text-ink ${className}`}
      >
        <code>{code.slice(0, SHOWN)}</code>
        {code.length > SHOWN && <span className="text-soft">{'\n… The rest is copied too.'}</span>}
      </pre>
    </div>
  )
}
