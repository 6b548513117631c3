import type { IdentityState } from '#lib/identities/identity.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const looks: Record<IdentityState, { tone: BadgeTone; label: string; meaning: string }> = {
  guest: { tone: 'plain', label: 'Guest', meaning: 'Never signed in: it has no login.' },
  authenticated: { tone: 'plain', label: 'Authenticated', meaning: 'Has at least one login.' },
  disabled: {
    tone: 'warning',
    label: 'Disabled',
    meaning: 'Merged into another identity, or its last login was unlinked. It cannot be used again.',
  },
}

export function StateBadge({ state }: { state: IdentityState }) {
  const { tone, label, meaning } = looks[state]
  return (
    <Badge tone={tone} title={meaning}>
      {label}
    </Badge>
  )
}
