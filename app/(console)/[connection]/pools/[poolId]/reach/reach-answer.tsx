import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import type { RoleAnswer } from '#lib/reach/ask-role.ts'

const tones: Record<RoleAnswer['decision'], BadgeTone> = { allowed: 'warning', denied: 'success', depends: 'accent' }
const words: Record<RoleAnswer['decision'], string> = { allowed: 'Allowed', denied: 'Denied', depends: 'It depends' }

const LACKING: Record<RoleAnswer['lacking'][number], string> = {
  identity: 'No policy of the role allows it.',
  boundary: 'The permissions boundary does not allow it.',
  session: 'Cognito keeps it back from guests of the enhanced flow.',
}

/** Our answer with its reasons, and AWS's beside it. */
export function ReachAnswer({ answer }: { answer: RoleAnswer }) {
  const { decision, on, lacking, reasons, aws } = answer
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[decision]}>{words[decision]}</Badge>
        {decision === 'depends' && <span>on {on.join(', ')}</span>}
        {decision === 'allowed' && <span className="text-soft">at most: other policies may still deny it</span>}
      </p>
      <ul className="list-inside list-disc space-y-1">
        {lacking.map((layer) => (
          <li key={layer}>{LACKING[layer]}</li>
        ))}
        {reasons.map(({ policy, layer, sid, place, effect, certain }) => (
          <li key={`${layer} ${policy} ${place}`} className="wrap-anywhere">
            <ForeignText text={policy} />, statement {place + 1}
            {sid !== null && (
              <>
                {' '}
                (<ForeignText text={sid} />)
              </>
            )}
            : {effect === 'Allow' ? 'allows' : 'denies'} it{certain ? '' : ', where its conditions hold'}.
          </li>
        ))}
      </ul>
      <p className="text-soft">
        {aws.known
          ? `AWS’s simulator: ${aws.decision}${aws.missing.length > 0 ? `, not knowing ${aws.missing.join(', ')}` : ''}.`
          : `AWS’s simulator gave no answer: ${aws.error.message}${aws.error.iamAction ? ` It takes ${aws.error.iamAction}.` : ''}`}
      </p>
    </div>
  )
}
