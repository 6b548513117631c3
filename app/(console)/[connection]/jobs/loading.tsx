import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function JobsLoading() {
  return <PageSkeleton />
}
