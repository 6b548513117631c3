import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function AccessTestLoading() {
  return (
    <WithStatus>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CardSkeleton rows={4} />
        <CardSkeleton rows={2} />
      </div>
    </WithStatus>
  )
}
