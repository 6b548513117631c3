type Task = () => void

const signs = ['keydown', 'pointerdown'] as const
const WAIT_MS = 200

let waiting: Task[] = []
let isBegun = false
let isOver = false

/** Whether the document has been at rest or in use: nothing waits any more. */
export const isAtRest = (): boolean => isOver

/**
 * Does what nobody needs at first once the document is there and at rest, one thing after the other, or at once when
 * somebody begins to use the page. Gives back how to take it back.
 */
export function whenAtRest(task: Task): () => void {
  if (isOver) {
    task()
    return () => undefined
  }
  waiting.push(task)
  if (!isBegun) begin()
  return () => void (waiting = waiting.filter((one) => one !== task))
}

function begin() {
  isBegun = true
  for (const sign of signs) window.addEventListener(sign, hurry, { capture: true })
  if (document.readyState === 'complete') idle(doNext)
  else window.addEventListener('load', () => idle(doNext), { once: true })
}

function doNext() {
  if (isOver) return
  waiting.shift()?.()
  if (waiting.length === 0) end()
  else idle(doNext)
}

function hurry() {
  const tasks = waiting
  end()
  for (const task of tasks) task()
}

function end() {
  isOver = true
  waiting = []
  for (const sign of signs) window.removeEventListener(sign, hurry, { capture: true })
}

/** Not every browser tells when it is idle. */
const idle = (task: Task) =>
  'requestIdleCallback' in window ? window.requestIdleCallback(task, { timeout: WAIT_MS }) : setTimeout(task, 50)
