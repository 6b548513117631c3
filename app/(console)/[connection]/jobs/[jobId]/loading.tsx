import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function JobLoading() {
  return <PageSkeleton shape="columns" />
}
