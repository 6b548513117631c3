'use client'

import { CircleAlert, Hourglass, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { buttonClass } from './button-class.ts'
import { Countdown } from './countdown.tsx'
import { Shown } from './shown.tsx'

type ErrorStateProps = {
  /** What did not happen: "The identity pools could not be read". */
  title: string
  /** The name AWS gives the error, such as `NotAuthorizedException`. */
  awsName?: string | null
  message?: ReactNode
  /** What to do about it. */
  hint?: ReactNode
  requestId?: string | null
  /** Also in the server's log. */
  reference?: string | null
  onRetry?: () => void
  retrying?: boolean
  /** The moment (ms since 1970) of the next attempt, which is made without the operator: draws a countdown. */
  retryAt?: number | null
  /** Of the failure: where somebody has to sign in first, the way there is beside it. */
  code?: string
  /** One line high, for the end of a list. */
  compact?: boolean
  action?: ReactNode
}

/** A failure where its data would have been: what happened, in AWS's words and ours, and the next step. */
export function ErrorState(props: ErrorStateProps) {
  const { title, awsName, message, hint, requestId, reference, onRetry, retrying, retryAt, compact, action, code } =
    props
  const Icon = retryAt ? Hourglass : CircleAlert
  return (
    <div className={`flex items-start gap-3 text-left ${compact ? 'p-3' : 'mx-auto w-full max-w-xl px-4 py-10'}`}>
      <Icon className={`mt-0.5 size-4.5 shrink-0 ${retryAt ? 'text-warning-ink' : 'text-danger-ink'}`} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <div role="alert">
          <p className={compact ? 'font-medium text-ink' : 'text-base font-medium text-ink'}>
            <Shown>{title}</Shown>
          </p>
          {awsName && (
            <p className="mt-1 font-mono text-xs wrap-anywhere text-soft">
              <Shown>{awsName}</Shown>
            </p>
          )}
          {message && (
            <p className="mt-1 text-soft">
              <Shown lines>{message}</Shown>
            </p>
          )}
          {hint && (
            <p className="mt-1 text-ink">
              <Shown>{hint}</Shown>
            </p>
          )}
        </div>
        {(onRetry || retryAt || action || signsIn(code)) && (
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            {onRetry && (
              <Button size="sm" icon={<RotateCw />} pending={retrying ?? false} onClick={onRetry}>
                {retryAt ? 'Try now' : 'Try again'}
              </Button>
            )}
            {action}
            {signsIn(code) && (
              // No Link: nothing may ask for it ahead of a press.
              <a
                href={code === 'SIGNED_OUT' ? '/sign-in' : '/sign-in/oidc?again'}
                target="_blank"
                className={buttonClass('secondary', 'sm')}
              >
                Sign in, in another tab
              </a>
            )}
            {retryAt && <Countdown until={retryAt} />}
          </div>
        )}
        {(requestId || reference) && (
          <dl className="mt-3 space-y-0.5 text-xs text-faint">
            {requestId && <Detail term="AWS request ID" detail={requestId} />}
            {reference && <Detail term="Reference" detail={reference} />}
          </dl>
        )}
      </div>
    </div>
  )
}

const signsIn = (code: string | undefined) => code === 'SIGNED_OUT' || code === 'REAUTHENTICATE'

function Detail({ term, detail }: { term: string; detail: string }) {
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt>{term}</dt>
      <dd className="font-mono wrap-anywhere text-soft">{detail}</dd>
    </div>
  )
}
