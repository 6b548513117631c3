import type { ComponentProps, ReactNode } from 'react'
import { radioClass } from './radio-class.ts'

type RadioGroupProps = {
  legend: string
  hint?: ReactNode
  options: { value: string; label: string; hint?: string }[]
  /** The name, handlers and ref that every radio of the group gets. */
  radio: Omit<ComponentProps<'input'>, 'type' | 'value'>
  /** Which one is chosen in the served document. */
  first?: string
}

/** One choice of a few, each with what it means. */
export function RadioGroup({ legend, hint, options, radio, first }: RadioGroupProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink">{legend}</legend>
      {hint && <p className="mb-2 text-xs text-soft">{hint}</p>}
      <div className="space-y-2">
        {options.map(({ value, label, hint: meaning }) => (
          <label key={value} className="flex items-start gap-2.5">
            <input
              {...radio}
              type="radio"
              value={value}
              defaultChecked={first === value}
              className={`mt-0.5 ${radioClass}`}
            />
            <span className="min-w-0">
              <span className="block text-ink">{label}</span>
              {meaning && <span className="block text-xs text-soft">{meaning}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
