import { store } from '../db/open.ts'
import { jobKinds } from './kinds.ts'
import { startRunner, takeOver } from './runner.ts'

// A program of its own: it works on jobs until it is ended in any way.
const runner = startRunner({
  db: store(),
  kinds: jobKinds,
  leaseMs: Number(process.argv[2]),
  lookMs: 50,
  pace: { lanes: 4, flushMs: 40, pollMs: 100 },
  first: () => takeOver(store()),
})
process.on('message', () => void runner.stop().then(() => process.exit(0)))
process.send?.('ready')
