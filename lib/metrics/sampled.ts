import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Gauge } from '@prometheus-io/client'
import { registry } from './registry.ts'

/** Whoever asks for metrics does not wait for a store that hangs: what it would say is left out. */
const PATIENCE_MS = 500

export type Sample = { labels: Record<string, string>; value: number }

type Sampled = {
  name: string
  help: string
  labelNames: readonly string[]
  /** What is so at the moment. */
  sample: () => readonly Sample[] | Promise<readonly Sample[]>
}

/** A number that is looked up when somebody asks for the metrics, once by its name. */
export function sampled({ name, help, labelNames, sample }: Sampled): void {
  if (registry().getSingleMetric(name)) return
  const gauge = new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [],
    async collect() {
      const late = new AbortController()
      const found = await Promise.race([sampleOf(sample), wait(PATIENCE_MS, [], { signal: late.signal })])
      late.abort()
      this.reset()
      for (const { labels, value } of found) this.set(labels, value)
    },
  })
  registry().registerMetric(gauge)
}

async function sampleOf(sample: Sampled['sample']): Promise<readonly Sample[]> {
  try {
    return await sample()
  } catch {
    return []
  }
}
