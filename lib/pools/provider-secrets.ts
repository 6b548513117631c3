export const TWITTER = 'api.twitter.com'

/** The phone sign-in that Twitter retired; its value has the form of Twitter's. */
export const DIGITS = 'www.digits.com'

/** What stands in place of a secret wherever a pool is shown; the value of Twitter and Digits is `consumer key;consumer secret`. */
export const MASKED = '••••••••'
