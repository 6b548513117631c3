import type { Snapshot } from '../code/snapshot.ts'
import { isSettled, makingSteps, type Making, type MakingStep } from './make-pool.ts'

export type StepState = 'Done' | 'Left out' | 'Under way' | 'Failed' | 'Waiting'
export type StepProgress = MakingStep & { state: StepState }

/** The steps with their states, and the one that comes next or failed; null when nothing is left to do. */
export function makingProgress(
  snapshot: Snapshot,
  making: Making,
  { isPending, error }: { isPending: boolean; error: unknown },
) {
  const all = makingSteps(snapshot)
  const next = all.find(({ key }) => !isSettled(making, key)) ?? null
  const stateOf = (key: string): StepState => {
    if (making.done.includes(key)) return 'Done'
    if (making.leftOut.includes(key)) return 'Left out'
    if (key !== next?.key) return 'Waiting'
    return isPending ? 'Under way' : error ? 'Failed' : 'Waiting'
  }
  const steps: StepProgress[] = all.map(({ key, label, act }) => ({ key, label, act, state: stateOf(key) }))
  return { steps, next }
}
