/** Whose credentials a connection uses; null what STS did not say. */
export type ConnectionCaller = { accountId: string | null; arn: string | null }
