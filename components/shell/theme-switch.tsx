'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useId, useSyncExternalStore } from 'react'

const themes = [
  { value: 'system', label: 'System', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
]

/** Light, dark, or as the system says; kept in this browser. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme()
  // The server does not know the choice: it is marked once the page runs.
  const running = useSyncExternalStore(neverChanges, isRunning, isNotRunning)
  const name = useId()
  return (
    <fieldset className="flex items-center justify-between gap-3 px-3 py-2.5">
      <legend className="float-left text-soft">Theme</legend>
      <div className="flex rounded-md border border-line p-0.5">
        {themes.map(({ value, label, Icon }) => (
          <label
            key={value}
            title={label}
            className="grid h-6 w-8 place-items-center rounded-sm text-soft transition-colors hover:text-ink has-checked:bg-active has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={running && theme === value}
              onChange={() => setTheme(value)}
              className="sr-only"
            />
            <Icon className="size-4" />
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const neverChanges = () => () => {}
const isRunning = () => true
const isNotRunning = () => false
