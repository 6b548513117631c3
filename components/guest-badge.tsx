import { Badge } from './ui/badge.tsx'

/** Whether a pool gives guests an identity and credentials. */
export function GuestBadge({ allowed }: { allowed: boolean }) {
  return allowed ? <Badge tone="warning">Guests on</Badge> : <Badge tone="plain">Guests off</Badge>
}
