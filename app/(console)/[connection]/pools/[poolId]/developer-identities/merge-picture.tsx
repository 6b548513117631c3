import { loginLabel } from '#lib/login-providers/login-label.ts'
import type { MergeSide } from '#lib/developer-identities/developer-identity.ts'
import type { MergePreview } from '#lib/developer-identities/merge-preview.ts'
import { MergeBoxOf } from './merge-box-of.tsx'

type MergePictureProps = {
  preview: MergePreview
  destination: MergeSide
  source: MergeSide
  providerName: string
}

/** What moves where, drawn: the words below it say the same. */
export function MergePicture({ preview, destination, source, providerName }: MergePictureProps) {
  const ways = (side: MergeSide) => waysOf(side, providerName)
  const own = ways(destination)
  const moved = ways(source).filter((way) => !own.includes(way))
  return (
    <div aria-hidden="true" className="mb-4 grid items-stretch gap-2 md:grid-cols-[1fr_auto_1fr] md:gap-3">
      <MergeBoxOf says="Stays" identityId={preview.survivorId} ways={own} moved={moved} />
      <Arrow />
      <MergeBoxOf says="Will be disabled" identityId={preview.disabledId} ways={ways(source)} isLeft />
    </div>
  )
}

/** By what one signs in: the users of the developer provider, each, and the other logins. */
const waysOf = ({ identity, userIdentifiers }: MergeSide, providerName: string): string[] => [
  ...userIdentifiers,
  ...identity.logins.filter((login) => login !== providerName).map(loginLabel),
]

const Arrow = () => (
  <svg
    viewBox="0 0 40 24"
    className="h-6 w-10 place-self-center text-control max-md:rotate-90 forced-colors:text-[CanvasText]"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d="M38 12H4M12 4l-8 8l8 8" />
  </svg>
)
