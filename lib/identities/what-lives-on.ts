/** What an act on an identity cannot take back from whoever used it. */
export const whatLivesOn = (hasDeveloperProvider: boolean): string =>
  hasDeveloperProvider
    ? `AWS credentials that were handed out before work for up to an hour more, and developer tokens for up to 24 hours. ${EARLIER}`
    : `AWS credentials that were handed out before work for up to an hour more. ${EARLIER}`

const EARLIER = 'Those of the basic flow may live longer. Only a policy of the role cuts credentials off earlier.'
