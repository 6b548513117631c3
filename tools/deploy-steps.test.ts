import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { takeImageSteps } from './image-steps.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const stampOf = (folder: string) =>
  execFileSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--input-type=module',
      '--eval',
      `import { sourceStamp } from ${JSON.stringify(join(root, 'lib/start/source-stamp.ts'))}; console.log(sourceStamp())`,
    ],
    { cwd: folder, encoding: 'utf8' },
  )

test('the steps of the image on a copy of the tree end in what the stamp of a build is made of', () => {
  const { work, image } = takeImageSteps({ runs: false })
  onTestFinished(() => rmSync(work, { recursive: true, force: true }))
  expect(stampOf(image)).toBe(stampOf(root))
})
