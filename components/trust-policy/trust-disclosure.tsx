'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const loading = () => <Skeleton className="h-40 w-full" />
const TrustHelp = dynamic(() => import('./trust-help.tsx'), { ssr: false, loading })
const PoolTrust = dynamic(() => import('./pool-trust.tsx'), { ssr: false, loading })

type TrustDisclosureProps = {
  pool: PoolRef
  /** The role that a finding is about; null for the pool's roles in general. */
  roleArn: string | null
}

/** The way to a trust policy to copy, which is read and drawn when it is wanted. */
export function TrustDisclosure({ pool, roleArn }: TrustDisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className="space-y-3">
      <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {roleArn === null ? 'Trust policy for its roles' : 'Show the right trust policy'}
      </Button>
      {open && (roleArn === null ? <PoolTrust pool={pool} /> : <TrustHelp pool={pool} roleArn={roleArn} />)}
    </div>
  )
}
