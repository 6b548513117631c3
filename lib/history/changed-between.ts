import { CHANGED_OUTSIDE } from '../drift/changed-outside.ts'

/**
 * Between which two times, epoch milliseconds, something came that was found changed outside; null for what somebody
 * did here.
 */
export function changedBetween({
  operation,
  input,
}: {
  operation: string
  input: string | null
}): { since: number; at: number } | null {
  if (operation !== CHANGED_OUTSIDE) return null
  const [since, at] = ['seenBefore', 'seenNow'].map((name) => timeIn(input, name))
  return since && at ? { since, at } : null
}

function timeIn(input: string | null, name: string): number | null {
  try {
    const asked: unknown = JSON.parse(input ?? 'null')
    return typeof asked === 'object' && asked ? Date.parse(String(Reflect.get(asked, name))) : null
  } catch {
    return null
  }
}
