import { severityLabel, severityTone } from '#components/severity-badge.tsx'
import type { BadgeTone } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Shown } from '#components/ui/shown.tsx'
import { checkById } from '#lib/findings/all-checks.ts'
import { findingKey, type Finding } from '#lib/findings/report.ts'
import type { SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { signInSentences } from '#lib/findings/sign-in-sentences.ts'

/** The facts of the picture in words: always there for assistive technology, and for all where it is `open`, in its place. */
export function FlowList({
  id,
  flow,
  basicFlow,
  open,
}: {
  id: string
  flow: SignInFlow
  basicFlow: string
  open: boolean
}) {
  const { ways, roles, found } = signInSentences(flow)
  return (
    <ul id={id} aria-label="Sign-in flow as a list" className={open ? 'space-y-2' : 'sr-only'}>
      {[...ways, ...roles].map(({ key, title, text, found }) => (
        <li key={key} className="wrap-anywhere">
          <span className="font-medium text-ink">
            <ForeignText text={title} />
          </span>
          {': '}
          <span className="text-soft">
            <Shown>{text}</Shown>
          </span>
          <Found found={found} />
        </li>
      ))}
      <li>
        <span className="font-medium text-ink">The whole pool</span>
        {': '}
        <span className="text-soft">{basicFlow}</span>
        <Found found={found} />
      </li>
    </ul>
  )
}

const inks: Partial<Record<BadgeTone, string>> = { danger: 'text-danger-ink', warning: 'text-warning-ink' }

const Found = ({ found }: { found: readonly Finding[] }) =>
  found.map((finding) => {
    const check = checkById(finding.checkId)
    return (
      check && (
        <span key={findingKey(finding)} className={`block text-xs ${inks[severityTone(check.severity)]}`}>
          {severityLabel(check.severity)}: {check.title}
        </span>
      )
    )
  })
