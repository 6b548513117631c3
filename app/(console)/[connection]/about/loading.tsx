import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function ConnectionLoading() {
  return <PageSkeleton />
}
