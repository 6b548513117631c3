import type { ReactNode } from 'react'

type EmptyStateProps = { icon?: ReactNode; title: string; text?: ReactNode; action?: ReactNode }

/** What stands where there is nothing to list: why, and what to do about it. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {icon && (
        <span className="mb-3 grid size-9 place-items-center rounded-lg border border-line text-soft [&_svg]:size-4.5">
          {icon}
        </span>
      )}
      <p className="text-base font-medium text-ink">{title}</p>
      {text && <p className="mt-1 max-w-md text-soft">{text}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
