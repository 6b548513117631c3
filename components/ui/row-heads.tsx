/** Above rows of as many boxes with a button at their end: what each column holds. Boxes tell it to assistive technology. */
export function RowHeads({ heads }: { heads: readonly [string, string] }) {
  return (
    <div aria-hidden="true" className="mb-1 grid grid-cols-[1fr_1fr_2rem] gap-2 text-xs text-soft">
      {heads.map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  )
}
