import { TableSkeleton } from '#components/part-skeleton.tsx'

export default function ReachLoading() {
  return <TableSkeleton />
}
