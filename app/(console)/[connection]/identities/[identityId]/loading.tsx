import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function IdentityLoading() {
  return <PageSkeleton shape="columns" />
}
