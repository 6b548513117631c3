import { expect, test } from './fixtures.ts'
import { poolPath } from './fixtures/paths.ts'

test('a form that takes nothing says in words at its top why', async ({
  page,
  createPool,
  startConsole,
  expectAccessible,
}) => {
  const pool = await createPool()
  const { url } = await startConsole({ role: 'viewer' })
  const reason = 'Your role, viewer, may not do this; the role admin may.'
  const forms = [
    ['Access', `${poolPath(pool)}/access`],
    ['Roles', `${poolPath(pool)}/roles`],
    ['Tags', `${poolPath(pool)}/tags`],
    ['Access test', `${poolPath(pool)}/access-test`],
    ['Create pool', '/test/pools/create'],
    ['Create pool', `/test/clone?pool=${pool.id}`],
  ] as const
  for (const [name, path] of forms) {
    await page.goto(`${url}${path}`)
    const form = page.getByRole('form', { name, exact: true })
    await expect(form).toHaveAccessibleDescription(new RegExp(reason))
    await expect(page.getByText(/^You can (?:look at this form|try roles out)/)).toBeInViewport()
  }
  await expectAccessible(page)
  await page.goto(`/readonly/pools/${pool.id}/tags`)
  await expect(page.getByRole('form', { name: 'Tags' })).toHaveAccessibleDescription(
    /The connection Read only is read-only/,
  )
  await page.goto(`/readonly/pools/${pool.id}/access?fix=classic-flow-unset`)
  await expect(page.getByRole('radio', { name: /^Not set/ })).toBeChecked()
  await expect(page.getByText('unsaved change')).toHaveCount(0)
})
