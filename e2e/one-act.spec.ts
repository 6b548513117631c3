import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openAccess } from './fixtures/access.ts'
import { openAccessTest, ROLES } from './fixtures/access-test.ts'
import { auditLength, begunSince, configuration, plantHistory } from './fixtures/audit-log.ts'
import { goToReview } from './fixtures/create-pool.ts'
import { roleArn } from './fixtures/iam.ts'
import { identityPath, poolPath } from './fixtures/paths.ts'
import { linkUsers } from './fixtures/people.ts'
import type { Pool } from './fixtures/pools.ts'
import { openRoles, setRoles } from './fixtures/roles.ts'
import { chooseInMenu } from './fixtures/more-menu.ts'

const PROVIDER = 'login.members.example'
const FACEBOOK = 'graph.facebook.com'

interface Stage {
  page: Page
  pool: Pool
  /** An identity of the user ada that has a login of Facebook too, and one of the user bob. */
  ada: string
  bob: string
}

interface Act {
  /** Goes to the button that does it. */
  open: (stage: Stage) => Promise<Locator>
  operations: string[]
  /** What shows that it was done. */
  done: (stage: Stage) => Locator
}

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true })
const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const note = ({ page }: Stage, text: string) => page.getByRole('list', { name: 'Notes' }).getByText(text)

async function review({ page }: Stage, save: string) {
  await button(page, 'Review changes').click()
  return button(dialogOf(page, 'Review changes'), save)
}

async function withNote(stage: Stage) {
  const { page, ada } = stage
  await page.goto(identityPath(ada))
  await page.getByRole('textbox', { name: 'New note' }).fill('Called twice')
  await button(page, 'Add note').click()
  await expect(note(stage, 'Called twice')).toBeVisible()
}

async function suppress({ page, pool }: Stage) {
  await page.goto(poolPath(pool))
  await button(page, 'Suppress: Guest access is on').click()
  const dialog = dialogOf(page, 'Suppress finding')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A kiosk')
  return button(dialog, 'Suppress')
}

const acts: Record<string, Act> = {
  'creating a pool': {
    async open({ page }) {
      await page.goto('/test/pools/create')
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Created once')
      await goToReview(page)
      return button(page, 'Create pool')
    },
    operations: ['CreateIdentityPool'],
    done: ({ page }) => page.getByRole('heading', { level: 1, name: 'Created once' }),
  },
  'saving the access settings': {
    async open(stage) {
      await openAccess(stage.page, stage.pool)
      await stage.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed once')
      return review(stage, 'Save changes')
    },
    operations: ['UpdateIdentityPool'],
    done: ({ page }) => page.getByText('Saved Renamed once'),
  },
  'saving roles': {
    async open(stage) {
      await openRoles(stage.page, stage.pool)
      await stage.page.getByLabel('Guest role').fill(roleArn('Other'))
      return review(stage, 'Save roles')
    },
    operations: ['SetIdentityPoolRoles'],
    done: ({ page }) => page.getByText('Roles saved'),
  },
  'saving tags': {
    async open(stage) {
      await stage.page.goto(`${poolPath(stage.pool)}/tags`)
      await button(stage.page, 'Add tag').click()
      await stage.page.getByRole('textbox', { name: 'Key of tag 1' }).fill('team')
      return review(stage, 'Save tags')
    },
    operations: ['TagResource'],
    done: ({ page }) => page.getByText('Tags saved'),
  },
  restoring: {
    async open({ page, pool }) {
      await page.goto(`${poolPath(pool)}/history`)
      await page.getByRole('button', { name: /^Go back to this version/ }).click()
      return button(dialogOf(page, /^Restore the/), 'Restore')
    },
    operations: ['UpdateIdentityPool'],
    done: ({ page }) => page.getByText('Restored', { exact: true }),
  },
  'deleting the pool': {
    async open({ page, pool }) {
      await page.goto(poolPath(pool))
      await chooseInMenu(page, 'Delete pool…')
      const dialog = dialogOf(page, `Delete ${pool.name}`)
      await dialog.getByRole('textbox', { name: `Type ${pool.name} to confirm` }).fill(pool.name)
      return button(dialog, 'Delete pool')
    },
    operations: ['DeleteIdentityPool'],
    done: ({ page, pool }) => page.getByText(`Deleted ${pool.name}`),
  },
  'deleting an identity': {
    async open({ page, ada }) {
      await page.goto(identityPath(ada))
      await chooseInMenu(page, 'Delete identity…')
      const dialog = dialogOf(page, 'Delete 1 identity')
      // The pool is found after the page is there, and with it the users that have to be read.
      await expect(dialog.getByText('ada', { exact: true })).toBeVisible()
      await dialog.getByRole('textbox', { name: 'Type delete to confirm' }).fill('delete')
      return button(dialog, 'Delete 1 identity')
    },
    operations: ['DeleteIdentities'],
    done: ({ page }) => page.getByText('Deleted 1 identity.'),
  },
  'unlinking a user': {
    async open({ page, pool, ada }) {
      await page.goto(`${identityPath(ada)}?pool=${pool.id}`)
      await button(page, 'Unlink ada').click()
      return button(dialogOf(page, 'Unlink ada'), 'Unlink')
    },
    operations: ['UnlinkDeveloperIdentity'],
    done: ({ page }) => page.getByText('Unlinked ada'),
  },
  'unlinking a login': {
    async open({ page, pool, ada }) {
      await page.goto(`${identityPath(ada)}?pool=${pool.id}`)
      await button(page, 'Unlink Facebook').click()
      const dialog = dialogOf(page, 'Unlink Facebook')
      await dialog.getByRole('textbox', { name: 'Token of Facebook' }).fill('fb-ada')
      return button(dialog, 'Unlink')
    },
    operations: ['UnlinkIdentity'],
    done: ({ page }) => page.getByText('Unlinked Facebook'),
  },
  'linking a user': {
    async open({ page, pool, bob }) {
      await page.goto(`${identityPath(bob)}?pool=${pool.id}`)
      await button(page, 'Link identifier').click()
      const dialog = dialogOf(page, 'Link a developer user identifier')
      await dialog.getByRole('textbox', { name: 'Developer user identifier' }).fill('carol')
      return button(dialog, 'Link identifier')
    },
    operations: ['GetOpenIdTokenForDeveloperIdentity'],
    done: ({ page }) => page.getByText('Linked carol'),
  },
  merging: {
    async open({ page, pool }) {
      await page.goto(`${poolPath(pool)}/developer-identities`)
      await page.getByRole('textbox', { name: 'Keep the identity of' }).fill('ada')
      await page.getByRole('textbox', { name: 'Move everything from' }).fill('bob')
      await button(page, 'Compare').click()
      await button(page, 'Merge identities').click()
      return button(dialogOf(page, 'Merge bob into ada'), 'Merge 2 identities')
    },
    operations: ['MergeDeveloperIdentities'],
    done: ({ page }) => page.getByText('Merged, and as the preview said'),
  },
  'suppressing a finding': {
    open: suppress,
    operations: ['SuppressFinding'],
    done: ({ page }) => page.getByText('1 suppressed finding'),
  },
  'reopening a finding': {
    async open(stage) {
      await (await suppress(stage)).click()
      await stage.page.getByText('1 suppressed finding').click()
      return button(stage.page, 'Reopen: Guest access is on')
    },
    operations: ['SuppressFinding', 'ReopenFinding'],
    done: ({ page }) => button(page, 'Suppress: Guest access is on'),
  },
  'writing a note': {
    async open({ page, ada }) {
      await page.goto(identityPath(ada))
      await page.getByRole('textbox', { name: 'New note' }).fill('Written once')
      return button(page, 'Add note')
    },
    operations: ['AddIdentityNote'],
    done: (stage) => note(stage, 'Written once'),
  },
  'editing a note': {
    async open(stage) {
      await withNote(stage)
      await button(stage.page, 'Edit note 1').click()
      await stage.page.getByRole('textbox', { name: 'Note', exact: true }).fill('Edited once')
      return button(stage.page, 'Save note')
    },
    operations: ['AddIdentityNote', 'EditIdentityNote'],
    done: ({ page }) =>
      page
        .getByRole('list', { name: 'Notes' })
        .getByRole('listitem')
        .filter({ hasText: 'Edited once', hasNot: page.getByRole('textbox') }),
  },
  'deleting a note': {
    async open(stage) {
      await withNote(stage)
      await button(stage.page, 'Delete note 1').click()
      return button(dialogOf(stage.page, 'Delete this note'), 'Delete note')
    },
    operations: ['AddIdentityNote', 'DeleteIdentityNote'],
    done: ({ page }) => page.getByRole('region', { name: 'Notes' }).filter({ hasNotText: 'Called twice' }),
  },
  'an access test': {
    async open({ page, pool }) {
      await openAccessTest(page, pool)
      return button(page, 'Run test')
    },
    operations: ['GetId', 'GetOpenIdToken', 'GetCredentialsForIdentity'],
    done: ({ page }) => page.getByText('Finished: 3 answered.'),
  },
}

for (const [name, { open, operations, done }] of Object.entries(acts)) {
  test(`two presses at once are one act: ${name}`, async ({ page, console, emulator, createPool }) => {
    const pool = await createPool({
      AllowClassicFlow: true,
      DeveloperProviderName: PROVIDER,
      SupportedLoginProviders: { [FACEBOOK]: '1' },
    })
    await setRoles(emulator, pool, { Roles: ROLES })
    const ada = await linkUsers(emulator, pool, { users: ['ada'], logins: { [FACEBOOK]: 'fb-ada' } })
    const bob = await linkUsers(emulator, pool, { users: ['bob'] })
    plantHistory(console, pool, [{ after: configuration('Earlier name', { developerProviderName: PROVIDER }) }])
    const before = auditLength(console)
    const stage = { page, pool, ada, bob }
    await (await open(stage)).dblclick()
    await expect(done(stage)).toBeVisible()
    await expect(page.getByRole('alert').and(page.locator(':not(#__next-route-announcer__)'))).toHaveCount(0)
    // The page is left, so that a second sending would have come by now.
    await page.goto('/audit')
    await expect(page.getByRole('table', { name: 'Audit log' })).toBeVisible()
    expect(begunSince(console, before)).toEqual(operations)
  })
}
