type ProgressBarProps = {
  /** The accessible name. */
  label: string
  /** How much is done, 0 to `max`; null while that is not known. */
  value: number | null
  max: number
  /** What the value means, in words: "75 of 300 deleted". */
  text?: string
  tone?: 'accent' | 'success' | 'warning' | 'danger'
}

const tones = { accent: 'bg-accent', success: 'bg-success', warning: 'bg-warning', danger: 'bg-danger' }

export function ProgressBar({ label, value, max, text, tone = 'accent' }: ProgressBarProps) {
  const share = value === null || max === 0 ? 0 : Math.min(1, Math.max(0, value / max))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      aria-valuetext={text}
      className="h-1.5 w-full overflow-hidden rounded-full bg-active"
    >
      {value === null ? (
        <div className={`h-full w-1/3 animate-slide rounded-full motion-reduce:animate-none ${tones[tone]}`} />
      ) : (
        <div
          className={`h-full rounded-full transition-[width] duration-150 ${tones[tone]}`}
          style={{ width: `${share * 100}%` }}
        />
      )}
    </div>
  )
}
