import type { ComponentProps, ReactNode } from 'react'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode }

const track =
  'relative h-4.5 w-8 shrink-0 appearance-none rounded-full border border-control bg-active transition-colors ' +
  "before:absolute before:top-1/2 before:left-0.5 before:size-3 before:-translate-y-1/2 before:rounded-full before:bg-soft before:transition-[translate,background-color] before:content-[''] " +
  'checked:border-accent checked:bg-accent checked:before:translate-x-3.5 checked:before:bg-canvas ' +
  'off:cursor-not-allowed off:opacity-50 ' +
  'forced-colors:border-[ButtonText] forced-colors:bg-[Field] forced-colors:before:bg-[ButtonText] ' +
  'forced-colors:checked:border-[Highlight] forced-colors:checked:bg-[Highlight] forced-colors:checked:before:bg-[HighlightText]'

/** An on/off setting that takes effect at once. */
export function Switch({ label, hint, className = '', ...rest }: SwitchProps) {
  return (
    <label className={`inline-flex items-start gap-2.5 py-0.5 ${className}`}>
      <input {...rest} type="checkbox" role="switch" className={`${track} mt-px`} />
      <span className="min-w-0">
        <span className="block text-ink">{label}</span>
        {hint && <span className="block text-xs text-soft">{hint}</span>}
      </span>
    </label>
  )
}
