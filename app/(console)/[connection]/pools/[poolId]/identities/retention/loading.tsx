import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function RetentionLoading() {
  return (
    <WithStatus>
      <CardSkeleton rows={3} />
    </WithStatus>
  )
}
