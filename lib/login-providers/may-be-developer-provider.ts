const publicProvider =
  /^(?:accounts\.google\.com|appleid\.apple\.com|graph\.facebook\.com|www\.amazon\.com|api\.twitter\.com|www\.digits\.com|cognito-idp\..*|arn:.*|.*\/.*)$/

/** Whether a login's provider may be a pool's own developer provider: it is none of the public ones. */
export const mayBeDeveloperProvider = (login: string): boolean => !publicProvider.test(login)
