import 'server-only'
import { setTimeout } from 'node:timers/promises'

const MOST_MS = 20

/** Lets others have their turn for a part of the time that something just took. */
export async function giveWay(tookMs: number): Promise<void> {
  await setTimeout(Math.min(MOST_MS, Math.ceil(tookMs / 3)))
}
