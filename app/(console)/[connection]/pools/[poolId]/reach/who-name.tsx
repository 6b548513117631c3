'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'

/** Characters of a line or four. */
const SHORT = 120

/** Who it is, of many rules only the first until somebody wants them all. */
export function WhoName({ who }: { who: string }) {
  const [whole, setWhole] = useState(false)
  const end = who.length <= SHORT ? -1 : who.lastIndexOf(' ', SHORT)
  if (end < 0) return <ForeignText text={who} />
  return (
    <>
      <ForeignText text={whole ? who : `${who.slice(0, end)} …`} />{' '}
      <Button size="sm" variant="ghost" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Show less' : 'Show all'}
      </Button>
    </>
  )
}
