import { Fragment } from 'react'
import { nameParts } from './name-parts.ts'
import { seenParts } from '#lib/core/seen-parts.ts'

type ForeignTextProps = {
  text: string
  /** Keeps its line ends, tabs and blanks as its layout, for what was written in several lines. */
  lines?: boolean
}

/**
 * Text that others made up: it cannot turn the text around it, and what is not seen in it is drawn as a mark. It is
 * copied as it is. In an attribute, an option or a sentence use `isolated` instead.
 */
export function ForeignText({ text, lines = false }: ForeignTextProps) {
  return (
    <bdi>
      {seenParts(text, { lines }).map(({ at, text: part, unseen }) =>
        unseen ? (
          <span
            key={at}
            role="img"
            aria-label={unseen.name}
            title={unseen.name}
            data-mark={unseen.mark}
            className="mx-px inline-block rounded-sm bg-warning-tint px-0.5 font-mono text-2xs text-warning-ink select-text before:content-[attr(data-mark)]"
          >
            <span className="text-[0px] leading-none whitespace-pre">{part}</span>
          </span>
        ) : (
          <Breakable key={at} text={part} />
        ),
      )}
    </bdi>
  )
}

/** Where there is no room for a long name it is broken between its words. */
const Breakable = ({ text }: { text: string }) =>
  nameParts(text).map((part, index) => (
    // The parts of a text have no identity besides their order.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
