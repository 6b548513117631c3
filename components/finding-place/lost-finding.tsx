import { Callout } from '../ui/callout.tsx'

/** Said where a form that was opened for a finding has nothing that it is about. */
export const LostFinding = ({ title }: { title: string | null }) => (
  <Callout className="mb-4" title={`Finding: ${title ?? ''}`}>
    Nothing in this form is what it was about: it may have been fixed meanwhile.
  </Callout>
)
