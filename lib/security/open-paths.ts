/** Paths that answer without asking who comes: what signs in, what tells how this copy is, and files of the build. */
const OPEN =
  /^\/(?:sign-in(?:\/(?:link|oidc|callback|back-channel))?|api\/(?:health|ready|metrics)|icon\.svg|robots\.txt)$/
const BUILT = /^\/_next\/static\//

export const isOpen = (path: string): boolean => OPEN.test(path) || BUILT.test(path)
