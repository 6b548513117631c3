const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** From when on the log has entries, where older ones were removed; null where all are there. */
export const keptSinceSaid = (keptSince: number | null): string | null =>
  keptSince === null ? null : `Entries before ${words.format(keptSince)} were removed, as configured.`
