import { TextSetting } from '#components/pool-access/text-setting.tsx'
import { Card } from '#components/ui/card.tsx'

/** The two roles of a pool; which rules choose others is set once the pool is there. */
export const RolesStep = () => (
  <Card className="space-y-5">
    <TextSetting
      name="authenticatedRole"
      label="Authenticated role"
      hint="The ARN of the IAM role of users who signed in. Its trust policy must accept this pool’s ID, which is known once the pool is made."
      optional
      mono
      placeholder="arn:aws:iam::123456789012:role/AppUser"
    />
    <TextSetting
      name="unauthenticatedRole"
      label="Guest role"
      hint="The ARN of the IAM role of guests. Needed only with guest access; give it as little as possible."
      optional
      mono
      placeholder="arn:aws:iam::123456789012:role/AppGuest"
    />
  </Card>
)
