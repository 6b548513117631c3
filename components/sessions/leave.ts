/** Leaves the console by the provider's own way out, or to where one signs in. Nothing of the session stays in memory. */
export const leave = (leaveBy: string | null): void => window.location.assign(leaveBy ?? '/sign-in?why=out')
