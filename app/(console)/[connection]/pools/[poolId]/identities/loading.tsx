import { TableSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function IdentitiesLoading() {
  return (
    <WithStatus>
      <TableSkeleton />
    </WithStatus>
  )
}
