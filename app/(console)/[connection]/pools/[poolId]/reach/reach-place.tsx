'use client'

import dynamic from 'next/dynamic'
import { TableSkeleton } from '#components/part-skeleton.tsx'

/** Loaded after the page: what it shows comes from IAM, which takes longer. */
export const ReachPlace = dynamic(() => import('./reach-view.tsx').then((file) => file.ReachView), {
  ssr: false,
  loading: () => <TableSkeleton />,
})
