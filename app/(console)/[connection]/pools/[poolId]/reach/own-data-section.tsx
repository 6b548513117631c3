import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SHARED_DATA } from '#lib/reach/isolation.ts'
import { ownDataPolicy } from '#lib/reach/policies-to-copy.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'

/** A policy that holds each user to data of their own, with the actions that roles of users have today. */
export function OwnDataSection({ report }: { report: ReachReport }) {
  const actions = report.rows
    .filter(({ kind }) => kind === 'users' || kind === 'rule' || kind === 'choice')
    .flatMap(({ cells }) => cells)
    .filter(({ service }) => SHARED_DATA.has(service))
    .flatMap((cell) => cell.actions.filter(({ level }) => level !== 'permissions').map(({ action }) => action))
  if (actions.length === 0) return null
  return (
    <Section
      title="A policy of one’s own data"
      description="Put the names of your bucket and table in. The actions are those that roles of this pool’s users have today."
    >
      <CodeBlock
        label="Policy of one’s own data"
        language="json"
        code={ownDataPolicy([...new Set(actions)], report.poolId)}
        className="max-h-96"
      />
    </Section>
  )
}
