'use client'

import dynamic from 'next/dynamic'
import { TableSkeleton } from '#components/part-skeleton.tsx'

/** Loaded after the page: it reads filters, and what reads them is heavy. */
export const RetentionPlace = dynamic(() => import('./retention-view.tsx').then((file) => file.RetentionView), {
  ssr: false,
  loading: () => <TableSkeleton />,
})
