import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openTarget } from '../open-target.ts'
import { loadProfile } from './load.ts'

test('a process that walks reads the profile where it lies, and what it imports', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-profile-'))
  const file = join(folder, 'doorstep.config.ts')
  writeFileSync(join(folder, 'name.ts'), "export const name: string = 'Ours'")
  writeFileSync(
    file,
    `import { defineDeployment } from 'doorstep'
import { name } from './name.ts'
export default defineDeployment({
  name,
  url: 'https://login.example.com',
  protectedPage: { path: '/home' },
  givens: async () => ({ email: 'ada@example.com' }),
})`,
  )
  const { path, cache } = await loadProfile(file, folder)
  const target = await openTarget({ file, path, cache, url: 'https://here.example', data: null })
  expect(target).toMatchObject({ name: 'Ours', url: 'https://here.example' })
})
