import { z } from 'zod'
import { CHANGED_OUTSIDE } from '../drift/changed-outside.ts'
import type { FactChange } from '../facts/facts.ts'

const text = z.string().nullable()
const kept = z.object({ changedOutside: z.array(z.object({ label: z.string(), before: text, after: text })) })

/** What was found changed outside; null for what somebody did here. */
export function outsideChanges({ operation, after }: { operation: string; after: unknown }): FactChange[] | null {
  if (operation !== CHANGED_OUTSIDE) return null
  const { data } = kept.safeParse(after)
  return (data?.changedOutside ?? []).map((change, index) => ({ key: `${index} ${change.label}`, ...change }))
}
