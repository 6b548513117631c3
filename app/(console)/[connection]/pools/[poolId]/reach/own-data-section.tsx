import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { SHARED_DATA } from '#lib/reach/isolation.ts'
import { leftOutWords, ownDataPolicy } from '#lib/reach/own-data-policy.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'

/** A policy that holds each user to data of their own, with the actions that roles of users have today. */
export function OwnDataSection({ report }: { report: ReachReport }) {
  const actions = report.rows
    .filter(({ kind }) => kind === 'users' || kind === 'rule' || kind === 'choice' || kind === 'token')
    .flatMap(({ cells }) => cells)
    .filter(({ service }) => SHARED_DATA.has(service))
    .flatMap((cell) => cell.actions)
  if (!actions.some(({ ofData }) => ofData)) return null
  const { policy, leftOut } = ownDataPolicy(actions, report.poolId)
  return (
    <Section
      title="A policy of one’s own data"
      description={
        policy === null
          ? 'No policy of a role holds what the roles of this pool’s users have today to one user.'
          : 'Put the names of your account, bucket and table in. The actions are those on data that roles of this pool’s users have today.'
      }
    >
      <div className="space-y-3">
        {policy !== null && (
          <CodeBlock label="Policy of one’s own data" language="json" code={policy} className="max-h-96" />
        )}
        {leftOut.length > 0 && (
          <SentenceList label="What the policy leaves out" sentences={leftOut.map(leftOutWords)} />
        )}
      </div>
    </Section>
  )
}
