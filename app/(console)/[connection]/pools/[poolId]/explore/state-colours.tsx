import { identityStates, type IdentityState } from '#lib/identities/identity.ts'
import { stateLabels } from './state-words.ts'

/** How a state is drawn. */
export const stateColours: Readonly<Record<IdentityState, string>> = {
  guest: 'bg-accent forced-colors:bg-[CanvasText]',
  authenticated: 'bg-success forced-colors:bg-[Highlight]',
  disabled: 'border border-warning bg-warning-tint forced-colors:border-[CanvasText] forced-colors:bg-[Canvas]',
}

export const StateLegend = () => (
  <ul aria-label="Colours" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
    {identityStates.map((state) => (
      <li key={state} className="flex items-center gap-1.5">
        <span aria-hidden="true" className={`size-2.5 rounded-sm forced-color-adjust-none ${stateColours[state]}`} />
        {stateLabels[state]}
      </li>
    ))}
  </ul>
)
