import type { Page } from '@playwright/test'

/** How many times slower the processor is made for what is done with many rules, and how long each may take then. */
export const ROLES_SLOWDOWN = 4
export const ROLES_LIMIT_MS = 200

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const edit = (page: Page) => page.getByRole('button', { name: 'Edit rule 5:' })
const value = (page: Page) => page.getByLabel('Value of rule 5')

/** What is done with a provider that has 25 rules. */
export const onRoles = [
  {
    what: 'Roles: move one of 25 rules with the mouse',
    act: (page: Page) => button(page, 'Move rule 3 down').click(),
  },
  {
    what: 'Roles: move one of 25 rules with the keyboard',
    act: (page: Page) => page.keyboard.press('Alt+ArrowUp'),
  },
  { what: 'Roles: open one of 25 rules', act: (page: Page) => edit(page).click() },
  {
    what: 'Roles: type a value beside 25 rules',
    act: (page: Page) => value(page).press('x'),
    undo: async (page: Page) => {
      await value(page).press('Backspace')
      await edit(page).click()
    },
  },
]
