import { whys, type Why } from '#lib/sign-in/whys.ts'
import { Callout } from '../../components/ui/callout.tsx'

const sentences: Record<Why, string> = {
  ended: 'Your session has ended. Sign in to go on where you were.',
  out: 'You are signed out.',
  link: 'This link was used up or is older than 15 minutes. Each link signs in once.',
  wait: 'Too many sign-ins from your address failed. Wait a minute, then try again.',
  role: 'You are known, and have no role here.',
  provider:
    'The place where people sign in does not answer. Try again in a moment; nothing is wrong with your account.',
  refused:
    'What the place where people sign in answered could not be taken. Try again; the log of Lifeguard says more.',
  attempt: 'This sign-in did not begin in this browser, was used before, or took longer than 10 minutes. Begin anew.',
}

/** Why somebody is here who did not come by themselves; `claim`: the one that tells roles. */
export function WhyHere({ why, claim }: { why: string | null; claim: string | null }) {
  const known = whys.find((one) => one === why)
  if (known === undefined) return null
  return (
    <Callout tone={known === 'out' || known === 'ended' ? 'info' : 'danger'}>
      {sentences[known]}
      {known === 'role' && claim !== null && (
        <>
          {' '}
          Ask whoever runs Lifeguard for one: it follows from the claim <code className="font-mono">{claim}</code> of
          your account, and no value of it gives a role.
        </>
      )}
    </Callout>
  )
}
