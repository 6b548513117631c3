import { ForeignText } from '#components/ui/foreign-text.tsx'

/** Tags that AWS set by itself, such as those of CloudFormation: shown, never changed. */
export function ReservedTags({ tags }: { tags: [key: string, value: string][] }) {
  if (tags.length === 0) return null
  return (
    <div className="mt-6">
      <h3 className="mb-1 font-medium">Set by AWS</h3>
      <p className="mb-2 text-xs text-soft">Keys that begin with aws: cannot be changed and count towards no limit.</p>
      <dl className="divide-y divide-line rounded-lg border border-line">
        {tags.map(([key, value]) => (
          <div key={key} className="grid grid-cols-2 gap-2 px-3 py-2">
            <dt className="wrap-anywhere">
              <ForeignText text={key} />
            </dt>
            <dd className="wrap-anywhere text-soft">
              <ForeignText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
