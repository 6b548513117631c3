'use client'

import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CodeLanguage } from './code-tokens.ts'
import type { colouredCode } from './coloured-code.tsx'
import { CopyButton } from './copy-button.tsx'
import { IconButton } from './icon-button.tsx'

type CodeBlockProps = {
  /** What the code is, as its accessible name and in "Copy …". */
  label: string
  code: string
  /** Draws it in colour. */
  language?: CodeLanguage
  /** Offers it as a file, whose name is shown. */
  file?: { name: string; onDownload: () => void }
  /** Layout only. A height makes it scroll by itself. */
  className?: string
}

const SHOWN = 100_000

/** Code to read, copy and take away; of very long code only the beginning is shown. */
export function CodeBlock({ label, code, language, file, className = '' }: CodeBlockProps) {
  const paint = useColours(language !== undefined)
  const shown = code.slice(0, SHOWN)
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-1 border-b border-line py-0.5 pr-1 pl-4">
        <span className="mr-auto min-w-0 truncate font-mono text-xs text-soft">{file?.name ?? label}</span>
        {file && <IconButton label={`Download ${label}`} size="sm" icon={<Download />} onClick={file.onDownload} />}
        <CopyButton value={code} label={`Copy ${label}`} />
      </div>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={label}
        className={`overflow-auto rounded-b-lg px-4 py-3 font-mono text-xs leading-5 text-ink ${className}`}
      >
        <code>{paint && language ? paint(shown, language) : shown}</code>
        {code.length > SHOWN && <span className="text-soft">{'\n… The rest is copied too.'}</span>}
      </pre>
    </div>
  )
}

/** What draws colours, once it is loaded: the code is there before. */
function useColours(wanted: boolean) {
  const [loaded, setLoaded] = useState<{ paint: typeof colouredCode } | null>(null)
  useEffect(() => {
    if (wanted) void import('./coloured-code.tsx').then(({ colouredCode: paint }) => setLoaded({ paint }))
  }, [wanted])
  return loaded?.paint ?? null
}
