const KEY = 'lifeguard single keys'
const listeners = new Set<() => void>()

/** Whether keys without Ctrl do something. Who speaks to the machine turns them off: words are keys there. */
export function singleKeysAct(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function setSingleKeys(act: boolean): void {
  try {
    window.localStorage.setItem(KEY, act ? 'on' : 'off')
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

export function onSingleKeys(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
