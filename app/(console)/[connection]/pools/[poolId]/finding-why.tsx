'use client'

import { TrustDisclosure } from '#components/trust-policy/trust-disclosure.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { isOfTrust } from '#lib/findings/all-checks.ts'
import { wordsOfCheck } from '#lib/findings/check-words.ts'
import type { Check } from '#lib/findings/check.ts'
import type { Finding } from '#lib/findings/report.ts'

/** Why a finding matters and what to do, with a policy to copy where one ends it. */
export default function FindingWhy({ pool, finding, check }: { pool: PoolRef; finding: Finding; check: Check }) {
  const { counterparts } = check
  const { why, remedy } = wordsOfCheck(check)
  return (
    <div className="mt-1.5 max-w-2xl space-y-1.5">
      <p>{why}</p>
      <p className="text-ink">{remedy}</p>
      {finding.policy !== undefined && <CodeBlock label="Policy that ends it" code={finding.policy} />}
      {counterparts.length > 0 && <p className="text-xs text-soft">Also: {counterparts.join(', ')}</p>}
      {isOfTrust(check) && <TrustDisclosure pool={pool} roleArn={finding.subject} />}
    </div>
  )
}
