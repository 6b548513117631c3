import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger'

const tones: Record<BadgeTone, string> = {
  neutral: 'border-line bg-hover text-soft',
  accent: 'border-accent-line bg-accent-tint text-accent-ink',
  success: 'border-success-line bg-success-tint text-success-ink',
  warning: 'border-warning-line bg-warning-tint text-warning-ink',
  danger: 'border-danger-line bg-danger-tint text-danger-ink',
}

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; title?: string; children: ReactNode }

export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-5 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 ${tones[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
