import type { Locator, Page } from '@playwright/test'
import type { Step, Target } from './ways.ts'

const found = (page: Page, { role, name, inPart, within }: Target): Locator => {
  const place = within ? page.getByRole(within.role, { ...(within.name && { name: within.name }) }) : page
  return place.getByRole(role, { ...(name && { name }), exact: !inPart }).first()
}

/** Does a step of a way in a page of Chromium. */
export async function doStep(page: Page, step: Step): Promise<void> {
  if ('press' in step) await found(page, step.press).click()
  else if ('see' in step) await found(page, step.see).waitFor()
  else if ('type' in step) await found(page, step.into).fill(step.type)
  else await page.keyboard.press(step.key)
}
