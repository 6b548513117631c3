import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function ImportLoading() {
  return <PageSkeleton shape="form" />
}
