import { TextSetting } from './text-setting.tsx'

export const PoolNameField = () => (
  <TextSetting
    name="name"
    label="Name"
    hint="For people: apps know the pool by its ID. Names need not be unique."
    className="max-w-md"
  />
)
