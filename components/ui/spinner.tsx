import { LoaderCircle } from 'lucide-react'

/** A small turning ring. With `label` it is announced; without, something beside it must say what is going on. */
export function Spinner({ label, className = '' }: { label?: string; className?: string }) {
  return (
    <span role={label ? 'status' : undefined} className={`inline-flex ${className}`}>
      <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
}
