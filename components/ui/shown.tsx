import type { ReactNode } from 'react'
import { ForeignText } from './foreign-text.tsx'

type ShownProps = {
  children: ReactNode
  /** Keeps the line ends of a text. */
  lines?: boolean
}

/** What `isolated` put into a sentence: its ends are drawn as an element instead of being marked. */
const ISOLATE = /^([^\u2066-\u2069]*)\u2068([^\u2066-\u2069]*)\u2069(.*)$/su

/** Whatever it is given; a plain text, in which there may be some of others, so that nothing in it is hidden. */
export function Shown({ children, lines = false }: ShownProps) {
  if (typeof children !== 'string') return children
  const [, before = '', inside = '', after = ''] = ISOLATE.exec(children) ?? []
  if (inside === '') return <ForeignText text={children} lines={lines} />
  return (
    <>
      {before !== '' && <ForeignText text={before} lines />}
      <ForeignText text={inside} lines={lines} />
      {after !== '' && <Shown lines>{after}</Shown>}
    </>
  )
}
