import { ListSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function HistoryLoading() {
  return (
    <WithStatus>
      <ListSkeleton entries={4} />
    </WithStatus>
  )
}
