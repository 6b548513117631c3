import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function FindLoading() {
  return <PageSkeleton shape="form" />
}
