import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function RolesLoading() {
  return (
    <WithStatus>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,var(--container-form))_minmax(18rem,1fr)]">
        <div className="space-y-6">
          <CardSkeleton rows={2} />
          <CardSkeleton rows={3} />
        </div>
        <CardSkeleton rows={3} />
      </div>
    </WithStatus>
  )
}
