/** The code of what a deletion by filter left, since it is other than its scan found it. */
export const CHANGED_SINCE_SCAN = 'ChangedSinceScan'
