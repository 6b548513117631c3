export type ToastTone = 'neutral' | 'success' | 'danger'

export type ToastMessage = {
  title: string
  description?: string
  /** Default `neutral`. A `danger` toast is announced at once and stays until it is dismissed. */
  tone?: ToastTone
  /** A button that leads on; the toast stays until it is done. */
  action?: { label: string; run: () => Promise<void> }
}

type Listener = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
let listener: Listener | null = null

/** Shows a short message over the page. Browser only; a message raised before the page is ready waits for it. */
export function toast(message: ToastMessage) {
  if (listener) listener(message)
  else waiting.push(message)
}

/** Connects the one place that draws toasts and hands it the messages that waited. Returns the disconnect. */
export function onToast(next: Listener) {
  listener = next
  for (const message of waiting.splice(0)) next(message)
  return () => {
    listener = null
  }
}
