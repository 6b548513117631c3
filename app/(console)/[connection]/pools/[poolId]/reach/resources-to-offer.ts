import { readPolicy } from '#lib/policies/policy.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'

const MOST = 30

/** What may be asked about: the resources that the role's statements name, then what the action's resources look like. */
export function resourcesToOffer(
  { policies }: ReachReport,
  arn: string | null,
  suggestions: readonly { text: string; resources: readonly string[] }[] | undefined,
  action: string,
): string[] {
  const read = policies.find((one) => one.arn === arn)
  const named = read?.known
    ? read.value.policies.flatMap(({ document }) =>
        (readPolicy(document) ?? []).flatMap(({ resources }) => resources.names),
      )
    : []
  const service = action.split(':')[0]?.toLowerCase() ?? ''
  const own = named.filter((resource) => resource.split(':')[2] === service)
  const exact = suggestions?.find(({ text }) => text.toLowerCase() === action.toLowerCase())
  return [...new Set([...own, ...(exact?.resources ?? []), '*'])].slice(0, MOST)
}
