'use client'

import { useQuery } from '@tanstack/react-query'
import { markedTrust } from '#lib/iam-roles/marked-trust.ts'
import { roleTrustDocument } from '#lib/iam-roles/queries.ts'
import type { TrustUse } from '#lib/iam-roles/trust-finding.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { Loaded } from '../loaded.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Shown } from '../ui/shown.tsx'

type PresentTrustProps = { pool: PoolRef; roleArn: string; use: TrustUse }

/** A role's trust policy as it is, its wrong lines marked with what is wrong in them. */
export function PresentTrust({ pool, roleArn, use }: PresentTrustProps) {
  return (
    <Loaded
      query={useQuery(roleTrustDocument(pool, roleArn))}
      title="The role’s trust policy could not be read"
      skeleton="h-32"
    >
      {(document) =>
        document === null ? (
          <p className="text-soft">The account has no such role, or it is of another account.</p>
        ) : (
          <div className="space-y-1">
            <h4 className="font-medium text-ink">The present trust policy</h4>
            <ol
              aria-label="The present trust policy"
              className="overflow-x-auto rounded-lg border border-line py-2 font-mono text-xs leading-5"
            >
              {markedTrust(document, use).map(({ text, wrong }, at) => (
                // A policy is shown whole and never reordered.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at} className={`px-4 ${wrong.length > 0 ? 'border-l-4 border-warning bg-warning-tint' : ''}`}>
                  <span className="whitespace-pre">
                    <ForeignText text={text} />
                  </span>
                  {wrong.map(({ code, message }) => (
                    <strong key={code} className="block font-sans font-normal whitespace-normal text-warning-ink">
                      <Shown>{message}</Shown>
                    </strong>
                  ))}
                </li>
              ))}
            </ol>
          </div>
        )
      }
    </Loaded>
  )
}
