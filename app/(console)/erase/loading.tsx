import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function EraseLoading() {
  return <PageSkeleton shape="form" />
}
