import { isolated } from '#lib/core/isolated.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { EXAMPLE_ID } from '#lib/core/limits.ts'

/** An id without its Region: in which one it is meant. */
export function LoneUuid({
  uuid,
  regions,
  onId,
}: {
  uuid: string
  regions: readonly string[]
  onId: (id: string) => void
}) {
  return (
    <Callout title="As an identity ID this lacks its Region">
      <p>
        It is looked up as a developer user identifier below. If it is the end of an identity ID, choose its Region:
      </p>
      <ul aria-label="Regions" className="mt-2 flex flex-wrap gap-1.5">
        {regions.map((region) => (
          <li key={region}>
            <Button size="sm" onClick={() => onId(`${region}:${uuid}`)}>
              Identity in {region}
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** The beginning of an id: the service finds whole ones only. */
export const PartOfId = ({ text }: { text: string }) => (
  <Callout tone="warning" title={`The ID ${isolated(text)} is incomplete`}>
    The service finds whole IDs only, and knows no search by their beginning. A whole one looks like{' '}
    <span className="font-mono text-xs wrap-anywhere">{EXAMPLE_ID}</span>. Nothing was asked.
  </Callout>
)
