import type { ComponentProps, ReactNode, RefCallback } from 'react'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'ref'> & {
  /** Text beside the box; without it give an `aria-label`. */
  label?: ReactNode
  hint?: ReactNode
  indeterminate?: boolean
  ref?: RefCallback<HTMLInputElement>
}

const box =
  "relative size-4 shrink-0 appearance-none rounded-sm border border-control bg-surface transition-colors after:absolute after:-inset-1.5 after:content-[''] " +
  "before:absolute before:inset-0 before:hidden before:bg-canvas before:content-[''] hover:border-soft " +
  'checked:border-accent checked:bg-accent checked:before:block checked:before:[clip-path:polygon(20%_47%,30%_37%,43%_50%,70%_21%,80%_31%,43%_70%)] ' +
  'indeterminate:border-accent indeterminate:bg-accent indeterminate:before:block indeterminate:before:[clip-path:inset(42%_22%)] ' +
  'off:cursor-not-allowed off:opacity-50 forced-colors:appearance-auto'

export function Checkbox({ label, hint, indeterminate = false, className = '', ref, ...rest }: CheckboxProps) {
  const input = (
    <input
      {...rest}
      ref={(node) => {
        if (node) node.indeterminate = indeterminate
        return ref?.(node)
      }}
      type="checkbox"
      className={label ? `${box} mt-0.5` : `${box} block ${className}`}
    />
  )
  if (!label) return input
  return (
    <label className={`flex items-start gap-2.5 py-0.5 ${className}`}>
      {input}
      <span className="min-w-0">
        <span className="block text-ink">{label}</span>
        {hint && <span className="block text-xs text-soft">{hint}</span>}
      </span>
    </label>
  )
}
