import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function DeveloperIdentitiesLoading() {
  return (
    <WithStatus>
      <div className="space-y-6">
        <CardSkeleton rows={1} />
        <CardSkeleton rows={1} />
      </div>
    </WithStatus>
  )
}
