import { Kbd } from './kbd.tsx'

/** The keys of a shortcut, each drawn as one: `g p`, `Ctrl A`. `modifier`: what Ctrl is called on this machine. */
export function Keys({ keys, modifier }: { keys: string; modifier: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(' ').map((key) => (
        <Kbd key={key}>{key === 'Ctrl' ? modifier : key}</Kbd>
      ))}
    </span>
  )
}
