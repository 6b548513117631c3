import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function ListsLoading() {
  return (
    <WithStatus>
      <CardSkeleton rows={8} />
      <CardSkeleton rows={8} />
    </WithStatus>
  )
}
