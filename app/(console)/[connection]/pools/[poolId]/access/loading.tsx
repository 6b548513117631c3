import { CardSkeleton, WithStatus } from '#components/part-skeleton.tsx'

export default function AccessLoading() {
  return (
    <WithStatus>
      <div className="max-w-form space-y-8">
        <CardSkeleton rows={3} />
        <CardSkeleton rows={2} />
        <CardSkeleton rows={1} />
      </div>
    </WithStatus>
  )
}
