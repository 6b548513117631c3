'use client'

import dynamic from 'next/dynamic'
import { TableSkeleton } from '#components/part-skeleton.tsx'

/** Loaded after the page: it reads filters, and what reads them is heavy. */
export const ExplorePlace = dynamic(() => import('./explore-view.tsx').then((file) => file.ExploreView), {
  ssr: false,
  loading: () => <TableSkeleton />,
})
