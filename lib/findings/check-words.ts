import { bounds } from '../core/limits.ts'

/** Why what a check finds matters, and what to do. */
export type CheckWords = { why: string; remedy: string }

const whyClassic =
  'In the basic (classic) flow the app, not the pool, chooses the role: any role whose trust policy accepts the pool. Guests escape the list of services that the enhanced flow holds them to. While a pool has role mappings the service refuses this flow; removing the last one opens it.'

/** By the ids of checks: pages bring them when somebody asks for them. */
const words: Readonly<Record<string, CheckWords>> = {
  'guest-access': {
    why: 'Anyone on the internet who knows the pool ID, which every copy of the app contains, gets AWS credentials of the guest role, and every visit adds an identity that stays.',
    remedy: 'Turn guest access off. If the app needs guests, let the guest role allow as little as possible.',
  },
  'classic-flow-on': {
    why: whyClassic,
    remedy: 'Move apps to GetCredentialsForIdentity (the enhanced flow), then turn the basic flow off.',
  },
  'classic-flow-unset': {
    why: `Not set is not off: the service still answers the basic flow. ${whyClassic}`,
    remedy: 'Set the basic flow to off, once no app calls GetOpenIdToken and AssumeRoleWithWebIdentity by itself.',
  },
  'token-check-off': {
    why: 'The pool looks only at a token’s signature and expiry. A user who was deleted or signed out everywhere still gets AWS credentials until the token expires.',
    remedy: 'Turn the server-side token check on for this app client.',
  },
  'developer-provider-missing': {
    why: 'Users with such a login cannot sign in, and nobody can look them up, merge or unlink them by their developer user identifier. Whoever may update the pool decides who answers for that name next.',
    remedy:
      'If the name is a developer provider, name it as the pool’s developer provider (once set it stays). If it is a provider that was removed on purpose, delete its identities.',
  },
  'twitter-secret': {
    why: 'Twitter’s value is consumer key and consumer secret in one. Everyone who may describe the pool, read-only roles and inventory tools included, can read the secret.',
    remedy:
      'Sign Twitter users in through a user pool or an OpenID Connect provider, remove Twitter here, then replace the secret at Twitter.',
  },
  'retired-provider': {
    why: 'Digits was shut down years ago. Nobody can sign in with it; the entry only hides what the pool really accepts, and trusts a name that nobody looks after any more.',
    remedy: 'Remove Digits from the login providers.',
  },
  'same-role': {
    why: 'Whatever signed-in users may do, anyone may do without signing in, as soon as guest access is on.',
    remedy: 'Give guests a role of their own that allows only what a stranger may do.',
  },
  'no-role': {
    why: 'People get an identity and no AWS credentials: sign-in fails with “Invalid identity pool configuration”.',
    remedy: 'Choose the role, or turn off the kind of access that has none.',
  },
  'ambiguous-role': {
    why: 'Rules usually mean that only some users may in. With AmbiguousRoleResolution “AuthenticatedRole”, whoever matches none of them still gets credentials.',
    remedy: 'Deny users whom no rule matches, or add a last rule that says whom you mean.',
  },
  'editable-claim': {
    why: 'Users write this attribute themselves, so they choose which rule matches, and with it their own AWS permissions.',
    remedy:
      'Use a claim that only you write, such as cognito:groups, or make the attribute read-only for every app client.',
  },
  'mapping-without-provider': {
    why: 'It has no effect: users get their role as if it were not there. AWS refuses to save the pool’s roles as long as it is among them (“is not a valid RoleMapping ProviderName or is not a configured provider”).',
    remedy: 'Remove this mapping. If it was meant for a provider of the pool, choose the role there.',
  },
  'too-many-rules': {
    why: `A provider has at most ${bounds.rules.max} rules. Later ones may be ignored without a word, and the next change of the roles may be refused.`,
    remedy: 'Join rules with the same role, or let the user pool’s groups choose the role through the token.',
  },
  'role-not-found': {
    why: 'Whoever should get the role gets no credentials, and whoever may create roles can take the name and decide what the pool hands out.',
    remedy: 'Create the role again, or choose another one.',
  },
  'trust-lacks-aud': {
    why: 'Without a condition on aud every identity pool of every AWS account may hand out the role: a stranger makes a pool and takes it.',
    remedy: 'Add StringEquals on cognito-identity.amazonaws.com:aud with this pool’s ID to the trust policy.',
  },
  'trust-any-pool': {
    why: 'The trust policy has a condition on aud that foreign pools meet too, by a wildcard or another statement, so a stranger’s pool can hand out the role.',
    remedy: 'Hold aud to this pool’s ID with StringEquals, in every statement.',
  },
  'trust-lacks-amr': {
    why: 'Nothing in the trust policy holds amr to authenticated, so in the basic flow a guest may assume what signed-in users may do.',
    remedy: 'Add ForAnyValue:StringLike on cognito-identity.amazonaws.com:amr with authenticated to the trust policy.',
  },
  'trust-refuses-pool': {
    why: 'The service cannot assume the role for the pool’s identities, so they get no credentials.',
    remedy: 'Let the role’s trust policy accept Amazon Cognito, this pool and these users, or choose another role.',
  },
  'trust-unsent-key': {
    why: 'To IAM such a key is absent: a condition on it lets nobody in, or, with IfExists, ForAllValues or a negated operator, holds nobody back. It does not do what it was written for.',
    remedy: 'Write the key as the service sends it, or take the condition out.',
  },
  'trust-lacks-tag-session': {
    why: 'Attributes for access control become session tags. A role that does not allow sts:TagSession is refused to those users.',
    remedy:
      'Add sts:TagSession beside sts:AssumeRoleWithWebIdentity to the trust policy, or stop using principal tags.',
  },
  'reach-guest-powers': {
    why: 'Anyone on the internet who has the pool’s ID, which every copy of the app contains, may manage permissions, take other roles, read secrets or do everything.',
    remedy: 'Take these actions out of the guest role, or attach a policy that denies them to guests.',
  },
  'reach-guest-writes': {
    why: 'Anyone on the internet may change, fill or delete what the role reaches, at this account’s cost.',
    remedy: 'Let guests read at most, or hold what they write to data of their own.',
  },
  'reach-basic-only': {
    why: 'The enhanced flow holds guests to a list of services. In the basic flow the app takes the role itself, and that list does not apply.',
    remedy: 'Turn the basic flow off, and take these actions out of the guest role.',
  },
  'reach-no-isolation': {
    why: 'Nothing in the role’s policies holds a user to data of their own, so whoever signs in may read or change what every user has, whatever the app shows.',
    remedy: 'Hold resources or conditions to the identity’s id, a leading key or a principal tag.',
  },
  'reach-absent-key': {
    why: 'ForAllValues is true of a key that a request does not bring, so actions without that key, such as Scan, reach everybody’s data.',
    remedy: 'Leave such actions out, or ask for the key with Null.',
  },
  'reach-ways-up': {
    why: 'With these actions whoever has the role gives themselves more: another role, other code that runs with one, another user’s sign-in or another policy.',
    remedy: 'Take these actions out of the role, or hold them to resources that lead no further.',
  },
  'guest-role-unused': {
    why: 'One switch stands between the internet and the role: whoever turns guest access on need not choose it any more.',
    remedy: 'Take the guest role out until guests are wanted.',
  },
  'changed-outside': {
    why: 'Somebody or a program changed the pool elsewhere: nobody reviewed it here.',
    remedy: 'Look at History, which says what changed and when. Who did it is in CloudTrail.',
  },
}

/** Errors: when nobody wrote any, which a test finds. */
export function wordsOfCheck({ id }: { id: string }): CheckWords {
  const found = words[id]
  if (!found) throw new Error(`Nobody wrote what the check ${id} means`)
  return found
}
