'use client'

import { Shown } from '#components/ui/shown.tsx'
import dynamic from 'next/dynamic'
import { memo } from 'react'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import type { Pool } from '#lib/pools/pool.ts'
import { loginName } from '#lib/login-providers/login-provider.ts'
import type { Evaluation } from '#lib/roles/evaluate-role-mapping.ts'
import type { RuleVerdict } from '#lib/roles/evaluate-rule.ts'

const TokenVerdict = dynamic(() => import('#components/token-verdict/token-verdict.tsx'), { ssr: false })

type SimulatedRoleProps = {
  evaluation: Evaluation
  provider: string
  /** What was pasted, when it was a token. */
  token: string | null
  pool: Pool
  connectionId: string
  /** Opens a rule of the provider by its place, to be edited. */
  onRule: (at: number) => void
}

const verdicts: Record<RuleVerdict['verdict'], { label: string; tone: BadgeTone }> = {
  matched: { label: 'Matched', tone: 'success' },
  'not-matched': { label: 'Not matched', tone: 'neutral' },
  overridden: { label: 'Passed over', tone: 'warning' },
  'not-reached': { label: 'Not reached', tone: 'neutral' },
}

/** The role or the denial, which stays in view, and what became of each rule. */
export const SimulatedRole = memo(function SimulatedRole(props: SimulatedRoleProps) {
  const { evaluation, provider, token, pool, connectionId, onRule } = props
  const { outcome, rules } = evaluation
  const decided = rules.findIndex(({ verdict }) => verdict === 'matched')
  return (
    <>
      {token !== null && (
        <TokenVerdict token={token} provider={loginName(provider)} pool={pool} connectionId={connectionId} />
      )}
      <output
        aria-label="Resulting role"
        className="block rounded-lg border border-line bg-hover p-3 lg:sticky lg:bottom-0"
      >
        {outcome.granted ? (
          <>
            <Badge tone="success">Role</Badge>
            <span className="mt-1.5 block font-mono text-xs wrap-anywhere">
              {outcome.roleArn || 'No role is typed yet'}
            </span>
          </>
        ) : (
          <>
            <Badge tone="danger">Denied</Badge>
            <span className="mt-1.5 block wrap-anywhere">
              <Shown>{`${outcome.name}: ${outcome.message}`}</Shown>
            </span>
          </>
        )}
        <span className="mt-1.5 block wrap-anywhere text-soft">
          {outcome.why.startsWith(nameOf(decided)) ? (
            <>
              <RuleLink at={decided} onRule={onRule} />
              {outcome.why.slice(nameOf(decided).length)}
            </>
          ) : (
            <Shown>{outcome.why}</Shown>
          )}
        </span>
      </output>
      {rules.length > 0 && (
        <ol aria-label="Verdict of each rule" className="divide-y divide-line rounded-lg border border-line">
          {rules.map(({ verdict, why }, index) => (
            // Rules have no identity of their own: two may be alike.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="space-y-1 px-3 py-2 text-xs">
              <span className="flex items-center justify-between gap-2">
                <RuleLink at={index} onRule={onRule} />
                <Badge tone={verdicts[verdict].tone}>{verdicts[verdict].label}</Badge>
              </span>
              <span className="block wrap-anywhere text-soft">
                <Shown>{why}</Shown>
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
})

const nameOf = (at: number) => `Rule ${at + 1}`

const RuleLink = ({ at, onRule }: { at: number } & Pick<SimulatedRoleProps, 'onRule'>) => (
  <button
    type="button"
    title={`Edit rule ${at + 1}`}
    onClick={() => onRule(at)}
    className="rounded-sm font-medium text-accent-ink hover:underline"
  >
    {nameOf(at)}
  </button>
)
