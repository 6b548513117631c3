import { TextSetting } from './text-setting.tsx'

/** `locked` is the name that the pool has: it can be set once. */
export const DeveloperProviderField = ({ locked }: { locked: string | null }) => (
  <TextSetting
    name="developerProviderName"
    label="Developer provider name"
    optional={locked === null}
    hint={
      locked === null
        ? 'For users that your own backend signs in, such as login.example.com. Once set it cannot be changed or removed.'
        : 'Set. The service never lets it be changed or removed.'
    }
    mono
    className="max-w-md"
    readOnly={locked !== null}
  />
)
