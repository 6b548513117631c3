/** The row to go on with when some are gone: the first that stays after the last of them, else the last one before. */
export function rowAfter(order: readonly string[], gone: readonly string[]): string | null {
  const leaving = new Set(gone)
  const last = order.findLastIndex((id) => leaving.has(id))
  const stays = (id: string) => !leaving.has(id)
  return order.slice(last + 1).find(stays) ?? order.slice(0, last + 1).findLast(stays) ?? null
}
