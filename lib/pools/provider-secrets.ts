export const TWITTER = 'api.twitter.com'

/** What stands in place of a secret wherever a pool is shown; Twitter's value is `consumer key;consumer secret`. */
export const MASKED = '••••••••'
