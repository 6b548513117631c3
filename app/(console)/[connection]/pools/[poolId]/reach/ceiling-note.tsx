import { Callout } from '#components/ui/callout.tsx'
import type { ReachReport } from '#lib/reach/reach-report.ts'

const TOLD = 12

/** What the role allows guests and Cognito does not, and whether the basic flow gives it to them all the same. */
export function CeilingNote({ report }: { report: ReachReport }) {
  const guests = report.rows.find(({ kind }) => kind === 'guest')
  if (!guests || guests.unread !== null) return null
  const { keptBack, regained } = guests
  const names = keptBack.map(({ action }) => (action === '*' ? 'every action of every other service' : action))
  const rest = names.length - TOLD
  const seen = report.ceiling.map(({ name, version, seen: day }) => `${name}, ${version}, seen on ${day}`).join('; ')
  return (
    <Callout
      tone={regained && names.length > 0 ? 'danger' : 'info'}
      title={titleOf(names.length, regained)}
      className="mt-3"
    >
      {names.length > 0 && (
        <p>
          {names.slice(0, TOLD).join(', ')}
          {rest > 0 && ` and ${rest} more`}.
        </p>
      )}
      <p className="text-xs">Cognito’s ceiling for guests of the enhanced flow: {seen}.</p>
    </Callout>
  )
}

function titleOf(count: number, regained: boolean): string {
  if (count === 0) return 'Cognito keeps nothing back from guests that their role allows'
  return regained
    ? 'Allowed by the role, kept back by Cognito, and reached all the same by the basic flow'
    : 'Allowed by the role and kept back from guests by Cognito'
}
