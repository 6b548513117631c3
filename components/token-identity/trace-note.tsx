import { Callout } from '../ui/callout.tsx'

/** Said before a token is asked for its identity. */
export const TraceNote = () => (
  <Callout title="Asking may make an identity">
    The service finds the identity of a login, or makes an empty one where the login has none in this pool. Lifeguard
    tells which it was, and you can delete one that was made. Neither an OpenID token nor credentials are asked for, and
    the token is kept nowhere.
  </Callout>
)
