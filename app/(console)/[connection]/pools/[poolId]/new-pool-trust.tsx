'use client'

import dynamic from 'next/dynamic'
import { Callout } from '#components/ui/callout.tsx'
import type { PoolRef } from '#lib/core/refs.ts'

const TrustDisclosure = dynamic(
  () => import('#components/trust-policy/trust-disclosure.tsx').then((file) => file.TrustDisclosure),
  { ssr: false },
)

/** What a new pool still needs outside of it: roles that trust it. */
export const NewPoolTrust = ({ pool }: { pool: PoolRef }) => (
  <Callout title="The pool is made; its roles have to trust it" className="mb-6">
    <p className="mb-2">
      A role that another pool uses does not trust this one: its trust policy names the pool’s ID, which is new.
    </p>
    <TrustDisclosure pool={pool} roleArn={null} />
  </Callout>
)
