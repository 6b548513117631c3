import { PageSkeleton } from '#components/page-skeleton.tsx'

export default function CreatePoolLoading() {
  return <PageSkeleton shape="form" />
}
