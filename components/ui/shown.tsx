import type { ReactNode } from 'react'
import { ForeignText } from './foreign-text.tsx'

type ShownProps = {
  children: ReactNode
  /** Keeps the line ends of a text. */
  lines?: boolean
}

/** Whatever it is given; a plain text, in which there may be some of others, so that nothing in it is hidden. */
export const Shown = ({ children, lines = false }: ShownProps) =>
  typeof children === 'string' ? <ForeignText text={children} lines={lines} /> : children
