import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'neutral' | 'accent' | 'success' | 'warning' | 'danger'

export const badgeTones: Record<BadgeTone, string> = {
  plain:
    "border-transparent forced-colors:border-0 text-soft before:mr-0.5 before:size-1.5 before:rounded-full before:bg-control before:content-[''] forced-colors:before:bg-[CanvasText]",
  neutral: 'border-line bg-hover text-soft',
  accent: 'border-accent-line bg-accent-tint text-accent-ink',
  success: 'border-success-line bg-success-tint text-success-ink',
  warning: 'border-warning-line bg-warning-tint text-warning-ink',
  danger: 'border-danger-line bg-danger-tint text-danger-ink',
}

/** `plain`: what is normal, as a dot and its word. */
type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; title?: string; children: ReactNode }

export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-5 items-center gap-1 rounded-sm border text-xs whitespace-nowrap [&_svg]:size-3 ${tone === 'plain' ? '' : 'px-1.5 font-medium'} ${badgeTones[tone]}`}
    >
      {icon}
      {children}
    </span>
  )
}
