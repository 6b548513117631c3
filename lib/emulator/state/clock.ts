/** Wall time in milliseconds that a test can set, move on or stop; the real clock otherwise. */
export class Clock {
  #shift = 0
  #stoppedAt: number | null = null

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#shift
  }

  set(now: number) {
    this.#shift = now - Date.now()
    if (this.#stoppedAt !== null) this.#stoppedAt = now
  }

  stop() {
    this.#stoppedAt = this.now()
  }

  go() {
    if (this.#stoppedAt === null) return
    this.#shift = this.#stoppedAt - Date.now()
    this.#stoppedAt = null
  }

  reset() {
    this.#shift = 0
    this.#stoppedAt = null
  }
}
