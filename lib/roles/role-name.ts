/** A role by its short name, `NorthwindAdmin`: what stands behind the last slash of its ARN, all of it where there is none. */
export const roleName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
