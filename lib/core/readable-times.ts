const EXPIRED = /Token expired: (\d{9,11}) >= (\d{9,11})/
const COMPACT_TIME = /\b(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/g

/** A message of the service with its times as a person reads them. */
export const withReadableTimes = (message: string): string =>
  message
    .replace(EXPIRED, (_, one: string, other: string) => `Token expired on ${moment(Math.min(+one, +other))}.`)
    .replaceAll(COMPACT_TIME, '$1-$2-$3 $4:$5:$6 UTC')

/** Seconds since 1970 as a time. The service names two, and the earlier one is the token's end. */
const moment = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
