import { CopyButton } from './copy-button.tsx'

type MonoIdProps = {
  value: string
  /** Where the middle is left out: on narrow screens (default), always, or never. */
  shorten?: 'narrow' | 'always' | 'never'
  /** Adds a copy button with this name: "Copy pool ID". */
  copyLabel?: string
}

/** An id in mono. The full value is its accessible text and its tooltip however short it is drawn. */
export function MonoId({ value, shorten = 'narrow', copyLabel }: MonoIdProps) {
  const text = (
    <span title={value} className={`font-mono text-xs ${shorten === 'never' ? '' : 'whitespace-nowrap'}`}>
      {shorten !== 'never' && (
        <span aria-hidden="true" className={shorten === 'narrow' ? 'sm:hidden' : ''}>
          {shortId(value)}
        </span>
      )}
      <span className={fullTextClass[shorten]}>{value}</span>
    </span>
  )
  if (!copyLabel) return text
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      {text}
      <CopyButton value={value} label={copyLabel} hint={value} className="-my-1" />
    </span>
  )
}

const fullTextClass = { narrow: 'max-sm:sr-only', always: 'sr-only', never: 'wrap-anywhere' }

/** `us-east-1:1f0e…9c3d`: the Region and the ends of the rest, the part people compare by eye. */
function shortId(value: string) {
  const colon = value.indexOf(':') + 1
  const rest = value.slice(colon)
  return rest.length <= 12 ? value : `${value.slice(0, colon)}${rest.slice(0, 4)}…${rest.slice(-4)}`
}
