/** The sets of two or more nodes that reach each other along the arrows, each in alphabetical order. */
export function knots(arrows: readonly (readonly [from: string, to: string])[]): string[][] {
  const next = new Map<string, string[]>()
  for (const [from, to] of arrows) {
    next.set(from, [...(next.get(from) ?? []), to])
    if (!next.has(to)) next.set(to, [])
  }
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const found: string[][] = []
  const visit = (node: string) => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    path.push(node)
    for (const to of next.get(node) ?? []) {
      if (!order.has(to)) visit(to)
      if (path.includes(to)) lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(to) ?? 0))
    }
    if (lowest.get(node) !== order.get(node)) return
    const knot = path.splice(path.indexOf(node))
    if (knot.length > 1) found.push(knot.toSorted())
  }
  for (const node of next.keys()) if (!order.has(node)) visit(node)
  return found
}
