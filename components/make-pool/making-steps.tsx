import { Check, CircleAlert, CircleDashed, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StepProgress, StepState } from '#lib/pool-creation/making-progress.ts'
import { Spinner } from '../ui/spinner.tsx'

type MakingStepsProps = {
  label: string
  steps: StepProgress[]
  nameOf: (step: StepProgress) => string
  /** The state in words, beside its icon. */
  say: (state: StepState) => ReactNode
}

/** The steps of a making and how far it came. */
export const MakingSteps = ({ label, steps, nameOf, say }: MakingStepsProps) => (
  <ol aria-label={label} className="space-y-1.5">
    {steps.map((step) => (
      <li key={step.key} className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
        {icons[step.state]}
        <span className="min-w-0 wrap-anywhere">{nameOf(step)}</span>
        {say(step.state)}
      </li>
    ))}
  </ol>
)

const icons: Record<StepState, ReactNode> = {
  Done: <Check aria-hidden className="text-success" />,
  'Left out': <Minus aria-hidden className="text-faint" />,
  'Under way': <Spinner />,
  Failed: <CircleAlert aria-hidden className="text-danger" />,
  Waiting: <CircleDashed aria-hidden className="text-faint" />,
}
