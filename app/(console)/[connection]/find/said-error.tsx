import { Callout } from '#components/ui/callout.tsx'
import { errorInText } from '#lib/access-test/error-in-text.ts'

/** What an error of the service means that an app has told, where the pasted text has one. */
export default function SaidError({ text }: { text: string }) {
  const found = errorInText(text)
  if (!found) return null
  return (
    <div className="mb-6">
      <Callout tone="warning" title={`The service said: ${found.message}`}>
        {found.remedy.text}
        {found.aboutToken && ' Paste the token itself to see its values beside what each pool takes.'}
      </Callout>
    </div>
  )
}
