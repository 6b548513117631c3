import { sessionSamples } from '../auth/session-samples.ts'
import { limiterSamples } from '../aws/limiter.ts'
import { jobSamples } from '../jobs/job-samples.ts'
import { sampled } from '../metrics/sampled.ts'

/** Has the metrics tell what rooms above them know. */
export function sampleAll(): void {
  sampled({
    name: 'lifeguard_limiter_calls_per_second',
    help: 'How fast the calls of a quota go at present, where something bounds them.',
    labelNames: ['connection', 'region', 'operation'],
    sample: limiterSamples,
  })
  sampled({
    name: 'lifeguard_sessions',
    help: 'Sessions that go on, by the way that people signed in.',
    labelNames: ['way'],
    sample: () => sessionSamples(),
  })
  sampled({
    name: 'lifeguard_jobs',
    help: 'Jobs by their state, as the store has them.',
    labelNames: ['state'],
    sample: jobSamples,
  })
}
