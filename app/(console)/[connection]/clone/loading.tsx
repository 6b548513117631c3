import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function CloneLoading() {
  return <PageSkeleton shape="columns" />
}
