import { isolated } from '#lib/core/isolated.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { TextSetting } from '../pool-access/text-setting.tsx'

/** One field for each secret that the description hides. */
export const SecretFields = ({ providers }: { providers: string[] }) =>
  providers.map((provider, index) => (
    <TextSetting
      key={provider}
      name={`secrets.${index}.value`}
      label={`Consumer secret of ${isolated(loginLabel(provider))}`}
      hint="It goes to the service and is not shown again."
      type="password"
      mono
    />
  ))
