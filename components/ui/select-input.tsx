import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class.ts'

/** The browser's own select in our look; `children` are its options. */
export function SelectInput({ className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <span className={`relative block ${className}`}>
      <select {...rest} className={`${controlClass} h-8 appearance-none truncate pr-8`} />
      <ChevronDown className="pointer-events-none absolute top-2 right-2.5 size-4 text-soft" />
    </span>
  )
}
