import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Shown } from './shown.tsx'

type CalloutTone = 'info' | 'warning' | 'danger'

const tones: Record<CalloutTone, string> = {
  info: 'border-line bg-hover [&>svg]:text-soft',
  warning: 'border-warning-line bg-warning-tint [&>svg]:text-warning-ink',
  danger: 'border-danger-line bg-danger-tint [&>svg]:text-danger-ink',
}

const icons = { info: Info, warning: TriangleAlert, danger: OctagonAlert }

type CalloutProps = { tone?: CalloutTone; title?: string; action?: ReactNode; className?: string; children?: ReactNode }

export function Callout({ tone = 'info', title, action, className = '', children }: CalloutProps) {
  const Icon = icons[tone]
  return (
    <div className={`flex items-start gap-2.5 rounded-lg border p-3 ${tones[tone]} ${className}`}>
      <Icon className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && (
          <p className="font-medium text-ink">
            <Shown>{title}</Shown>
          </p>
        )}
        {children && (
          <div className="text-ink/85">
            <Shown>{children}</Shown>
          </div>
        )}
      </div>
      {action}
    </div>
  )
}
