import { expect, test } from './fixtures.ts'

test('the desk imports a map, and finds by e-mail address whom the service cannot search', async ({
  page,
  createPool,
  expectAccessible,
}) => {
  await createPool()
  await page.goto('/test/find')
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('jane@example.com')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  const maps = page.getByRole('region', { name: 'Imported maps' })
  await maps.getByRole('link', { name: 'Import a map' }).click()

  const identity = 'us-east-1:00000000-0000-4000-8000-000000000001'
  const lines = ['sub,email,identity_id,created', `a1,Jane@Example.com,${identity},2026-01-01`, 'b2,bob@example.com,,']
  const file = { name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  const form = page.getByRole('form', { name: 'Import a map' })
  await form.getByLabel('File').setInputFiles({ ...file, buffer: Buffer.from('sub,email\na1,jane@example.com') })
  await expect(form.getByText('members.csv names no identity beside anything.')).toBeVisible()
  await form.getByLabel('File').setInputFiles(file)
  await expect(form.getByRole('checkbox', { name: 'email' })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: 'created' })).not.toBeChecked()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Import map' }).click()
  await expect(form.getByText('members.csv is imported: 2 entries. 1 line named nobody: 3.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Maps' }).getByRole('row', { name: /members\.csv 2/ })).toBeVisible()

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Find' }).click()
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('JANE@example.com')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(maps.getByText('Jane@Example.com')).toBeVisible()
  await expect(maps.getByRole('link', { name: identity })).toHaveAttribute('href', `/test/identities/${identity}`)
  await expectAccessible(page)

  await page.goto('/test/find/maps')
  await page.getByRole('button', { name: 'Delete members.csv' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete map members.csv' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete map' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('No map was imported on this connection.')).toBeVisible()
})
