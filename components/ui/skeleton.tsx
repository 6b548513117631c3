/** A grey bar where text will be; size it with `className` (`h-4 w-40`). Invisible to assistive technology. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-pulse rounded-sm bg-active motion-reduce:animate-none ${className}`}
    />
  )
}
