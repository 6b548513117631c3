/** What an act on an identity cannot take back from whoever used it. */
export const whatLivesOn = (hasDeveloperProvider: boolean): string =>
  hasDeveloperProvider
    ? 'AWS credentials that were handed out before work for up to an hour more, and developer tokens for up to 24 hours. Nothing ends them earlier.'
    : 'AWS credentials that were handed out before work for up to an hour more. Nothing ends them earlier.'
