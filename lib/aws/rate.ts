/** A call that was let through; what came of it says how fast the next ones may go. */
export type Pass = { sentAt: number }

/** How fast calls of one quota go: a little below what is known to be taken, and carefully up where nobody knows. */
export type Rate = {
  /** When the next call may go, in milliseconds of the clock; at once where that is past. */
  nextAt: () => number
  /** Takes that turn. */
  pass: () => Pass
  answered: () => void
  /** A call that went out was throttled. */
  throttled: (pass: Pass) => void
  /** Somebody else's call passed on the same quota: it goes first, and the next turn comes later. */
  heard: (outcome: 'answered' | 'throttled') => void
  /** Calls a second at present; infinite as long as nothing bounds it. */
  perSecond: () => number
}

export type RateOptions = {
  /** Calls a second that are never exceeded; null where no quota is known. */
  ceiling: number | null
  /** Milliseconds that only go forward. */
  now: () => number
}

const SECOND = 1_000
const SLOWEST = 1
/** Of what was measured. */
const CAUTION = 0.97
/** Of a rate that was taken before and is not any more. */
const DECREASE = 0.6
/** A rate up to here above what was measured was no attempt at more. */
const ATTEMPT = 1.02
/** A shorter time, or fewer calls, measure nothing. */
const MEASURE = { ms: 800, calls: 15 }
/** So long the rate creeps up to what was measured; longer each time when that was right again. */
const PLATEAU = { first: 4_000, growth: 1.6, most: 14_000 }
const SAME = 0.15
/** And then faster and faster, a second: nobody is given more who does not ask for it. */
const RISE = 1.25
/** The same from a rate that was not measured. */
const FAST_RISE = 1.6
/** What a busy process let pass is made up for up to here: so much the service has kept for it. */
const CATCH_UP_MS = 600

/** What is known of a quota: the rate that is taken, and how long to stay at it; null when it was only guessed. */
type Known = { rate: number; plateauMs: number | null }

/**
 * Additive increase, multiplicative decrease, by measure: between two throttles a bucket of tokens lets through just
 * what it is filled with, so the calls that passed say the quota. Then the rate stays below it, creeps up, and after a
 * while looks for more, since quotas change. Throttles of calls that were under way at a decrease say nothing new.
 */
export function createRate({ ceiling, now }: RateOptions): Rate {
  const most = ceiling ?? Number.POSITIVE_INFINITY
  let known: Known | null = null
  let cutAt = now()
  let passed = 0
  let underWay = 0
  /** Of those under way at the first decrease, whose answers still say how much came through. */
  let late = 0
  let recent: number[] = []
  let turn = Number.NEGATIVE_INFINITY

  const perSecond = () => (known === null ? most : Math.min(most, known.rate * growth(now() - cutAt, known.plateauMs)))
  const takeTurn = () => {
    turn = Math.max(turn, now() - CATCH_UP_MS) + SECOND / perSecond()
  }
  const came = () => {
    passed += 1
    if (known === null) recent = [...recent.filter((at) => at > now() - SECOND), now()]
    else if (late > 0) known.rate += 1
    late = Math.max(0, late - 1)
  }
  const cut = () => {
    if (known === null) late = underWay
    known = nextKnown({ known, before: perSecond(), passed, ms: now() - cutAt, recent: recent.length })
    cutAt = now()
    passed = 0
    recent = []
    turn = now() + SECOND / known.rate
  }
  return {
    perSecond,
    nextAt: () => turn,
    pass() {
      takeTurn()
      underWay += 1
      return { sentAt: now() }
    },
    answered() {
      underWay -= 1
      came()
    },
    throttled({ sentAt }) {
      underWay -= 1
      if (known === null || sentAt > cutAt) cut()
      else late = Math.max(0, late - 1)
    },
    heard(outcome) {
      if (outcome === 'throttled') return void (now() - cutAt > MEASURE.ms && cut())
      came()
      takeTurn()
    },
  }
}

type Measured = { known: Known | null; before: number; passed: number; ms: number; recent: number }

/** What a throttle says. `before`: the rate that met it. `passed`: calls that came through in so many milliseconds. */
function nextKnown({ known, before, passed, ms, recent }: Measured): Known {
  if (known === null) return { rate: Math.max(SLOWEST, recent), plateauMs: null }
  const isAttempt = before > known.rate * ATTEMPT
  const isMeasured = ms >= MEASURE.ms || passed >= MEASURE.calls
  if (!isMeasured || (!isAttempt && known.plateauMs !== null))
    return { rate: Math.max(SLOWEST, before * DECREASE), plateauMs: null }
  const rate = Math.max(SLOWEST, Math.min(before, (passed / ms) * SECOND))
  const isSame = known.plateauMs !== null && Math.abs(rate - known.rate) < SAME * known.rate
  const plateauMs = isSame && known.plateauMs !== null ? known.plateauMs * PLATEAU.growth : PLATEAU.first
  return { rate, plateauMs: Math.min(PLATEAU.most, plateauMs) }
}

/** How much of a rate is asked for so long after it was found. */
function growth(sinceMs: number, plateauMs: number | null): number {
  if (plateauMs === null) return CAUTION * FAST_RISE ** (sinceMs / SECOND)
  if (sinceMs <= plateauMs) return CAUTION + ((1 - CAUTION) * sinceMs) / plateauMs
  return RISE ** ((sinceMs - plateauMs) / SECOND)
}
