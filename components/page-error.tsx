'use client'

import { buttonClass } from './ui/button-class.ts'

type PageErrorProps = { error: unknown; retry: () => void }

/** A page that failed while it was drawn: says so, names the entry in the server's log, and offers ways on. */
export function PageError({ error, retry }: PageErrorProps) {
  const reference = referenceOf(error)
  return (
    <div className="mx-auto w-full max-w-lg px-4 py-16">
      <h1 className="text-xl font-semibold tracking-tight">This page could not be shown</h1>
      <p className="mt-2 text-base text-soft">
        Something unexpected happened while it was put together. Nothing was changed by it. Trying again may help.
      </p>
      {reference && (
        <p className="mt-4 text-soft">
          Reference <code className="font-mono text-xs text-ink">{reference}</code>, also in the server’s log.
        </p>
      )}
      <div className="mt-6 flex gap-2">
        <button type="button" className={buttonClass('primary', 'md')} onClick={retry}>
          Try again
        </button>
        {/* A whole new document: the router may be what failed. */}
        <button type="button" className={buttonClass('secondary', 'md')} onClick={() => window.location.assign('/')}>
          Go to the start page
        </button>
      </div>
    </div>
  )
}

/** The digest under which the server logged the failure; none when it happened in the browser. */
function referenceOf(error: unknown) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null
  return typeof digest === 'string' ? digest : null
}
