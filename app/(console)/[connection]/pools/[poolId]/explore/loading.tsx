import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function ExploreLoading() {
  return (
    <WithStatus>
      <CardSkeleton rows={8} />
    </WithStatus>
  )
}
