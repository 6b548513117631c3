import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function TagsLoading() {
  return (
    <WithStatus>
      <CardSkeleton rows={2} className="max-w-form" />
    </WithStatus>
  )
}
