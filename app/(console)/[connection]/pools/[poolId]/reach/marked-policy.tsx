import { CopyButton } from '#components/ui/copy-button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { readPolicy } from '#lib/policies/policy.ts'
import { conditionWords } from '#lib/reach/condition-words.ts'
import { policyLines } from '#lib/reach/policy-lines.ts'
import type { RolePolicy } from '#lib/reach/role-policies.ts'

type MarkedPolicyProps = { policy: RolePolicy; layer: string; places: readonly number[] }

/** A policy with the lines of some statements marked, and their conditions in words. */
export function MarkedPolicy({ policy, layer, places }: MarkedPolicyProps) {
  const name = [policy.name, policy.version].filter(Boolean).join(', ')
  const kind = layer === 'boundary' ? 'Permissions boundary' : policy.arn === null ? 'Inline policy' : 'Managed policy'
  const conditions = (readPolicy(policy.document) ?? []).filter(({ place }) => places.includes(place))
  return (
    <section aria-label={`${kind} ${policy.name}`}>
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 font-medium wrap-anywhere">
          {kind} <ForeignText text={name} />
        </h3>
        <CopyButton value={policy.document} label={`Copy policy ${policy.name}`} />
      </div>
      <ul className="mb-2 text-xs text-soft">
        {conditions.flatMap(({ place, conditions: all }) =>
          all.map((condition) => (
            <li key={`${place} ${condition.operator} ${condition.key}`} className="wrap-anywhere">
              Where <ForeignText text={conditionWords(condition)} />
            </li>
          )),
        )}
      </ul>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={`Text of ${policy.name}`}
        className="max-h-96 overflow-auto rounded-lg border border-line bg-surface py-2 font-mono text-xs leading-5"
      >
        {policyLines(policy.document).map(({ text, statement }, index) => {
          const isMarked = statement !== null && places.includes(statement)
          const Line = isMarked ? 'mark' : 'span'
          return (
            <Line
              // Lines of a text have no identity besides their order.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              className={`block px-4 text-ink ${isMarked ? 'bg-warning-tint' : ''}`}
            >
              {text}
              {'\n'}
            </Line>
          )
        })}
      </pre>
    </section>
  )
}
