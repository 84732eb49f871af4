import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadProfile } from './profile/load.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const profiles = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('doorstep.config.ts'),
)

test.each(profiles)('%s is a profile without a mistake', async (file) => {
  const { deployment } = await loadProfile(join(here, file), here)
  expect(deployment.name).not.toBe('')
})
