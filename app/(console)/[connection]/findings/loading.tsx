import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function FindingsLoading() {
  return <PageSkeleton />
}
