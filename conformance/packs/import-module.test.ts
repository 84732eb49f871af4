import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importModule } from './import-module.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-module-'))
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

beforeAll(() => symlinkSync(modules, join(folder, 'node_modules')))
afterAll(() => rmSync(folder, { recursive: true }))

test('a CommonJS package has its default in a module, though Doorstep has loaded it before', async () => {
  const path = join(folder, 'profile.ts')
  writeFileSync(path, `import QRCode from 'qrcode'\nexport const draws: string = typeof QRCode.toDataURL`)
  expect(await importModule(path, {})).toMatchObject({ draws: 'function' })
})

test('a module that two others import is one', async () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('shared.ts', 'export const shared = { of: 1 }')
  write('left.ts', `export { shared } from './shared.ts'`)
  write(
    'both.ts',
    `import { shared as left } from './left.ts'\nimport { shared } from './shared.ts'\nexport default left === shared`,
  )
  expect(await importModule(join(folder, 'both.ts'), {})).toMatchObject({ default: true })
})
