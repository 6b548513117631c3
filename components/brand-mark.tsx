/** The product's mark, a life ring; its name stands beside it, or in the label of what holds it. */
export function BrandMark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" fill="none" className={`shrink-0 text-brand ${className}`}>
      <circle
        cx="16"
        cy="16"
        r="11"
        stroke="currentColor"
        strokeWidth="8.5"
        strokeDasharray="13.53 3.75"
        strokeDashoffset="-1.875"
        transform="rotate(45 16 16)"
      />
    </svg>
  )
}
