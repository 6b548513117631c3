import { Check } from 'lucide-react'

type StepListProps = { steps: readonly string[]; current: number; onGo: (index: number) => void }

/** Where in the form the operator is; steps that were passed can be opened again. */
export function StepList({ steps, current, onGo }: StepListProps) {
  return (
    <nav aria-label="Steps" className="mb-6">
      <ol className="flex flex-wrap gap-x-5 gap-y-2">
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              disabled={index > current}
              onClick={() => onGo(index)}
              className="group flex items-center gap-2 rounded-sm text-soft hover:text-ink disabled:cursor-default disabled:text-faint aria-[current=step]:font-medium aria-[current=step]:text-ink"
            >
              <span className="grid size-5 place-items-center rounded-full border border-line-strong text-xs group-aria-[current=step]:border-transparent group-aria-[current=step]:bg-ink group-aria-[current=step]:text-canvas">
                {index < current ? <Check aria-hidden className="size-3" /> : index + 1}
              </span>
              {step}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
