import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { closingMenu, menuItem } from './menu.ts'

type DangerousItemProps = {
  label: string
  /** Why it cannot be chosen, null when it can. */
  denied: string | null
  onChoose: () => void
}

/** The end of a menu: what destroys, away from the rest. */
export function DangerousItem({ label, denied, onChoose }: DangerousItemProps) {
  const id = useId()
  return (
    <div className="mt-1 border-t border-line pt-1">
      <button
        type="button"
        disabled={denied !== null}
        aria-describedby={denied === null ? undefined : id}
        className={`${menuItem} text-danger-ink`}
        onClick={closingMenu(onChoose)}
      >
        <Trash2 />
        {label}
      </button>
      <p id={id} className="px-2 pb-1 text-xs text-soft empty:hidden">
        {denied}
      </p>
    </div>
  )
}
