import { CopyButton } from '../ui/copy-button.tsx'

type OldNewIdsProps = { oldId: string; newId: string }

/** The ids that data has to be moved between, to be copied alone or together. */
export function OldNewIds({ oldId, newId }: OldNewIdsProps) {
  return (
    <section aria-label="IDs for moving the data" className="rounded-lg border border-line p-3">
      <h4 className="mb-1 flex flex-wrap items-center justify-between gap-2 font-medium">
        IDs for moving the data
        <CopyButton
          value={JSON.stringify({ oldIdentityId: oldId, newIdentityId: newId })}
          label="Copy both IDs as JSON"
        />
      </h4>
      <dl>
        {[
          { term: 'Old', id: oldId },
          { term: 'New', id: newId },
        ].map(({ term, id }) => (
          <div key={term} className="flex flex-wrap items-center gap-x-2">
            <dt className="w-8 text-soft">{term}</dt>
            <dd className="inline-flex min-w-0 items-center gap-1">
              <span className="font-mono text-xs wrap-anywhere">{id}</span>
              <CopyButton value={id} label={`Copy the ${term.toLowerCase()} ID`} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
