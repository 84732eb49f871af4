import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { checkIn } from '../targets/check-in.ts'

const bundled = fileURLToPath(new URL('../targets/example/doorstep.config.ts', import.meta.url))

test('where only checks are asked for, an address that does not answer is said, and accused of nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-dead-'))
  try {
    writeFileSync(
      join(folder, 'doorstep.config.ts'),
      `import example from '${bundled}'
export default { ...example, start: undefined, url: 'http://127.0.0.1:1' }`,
    )
    const { status, stderr, result } = await checkIn(folder, '--check', 'ENU1')
    expect(status).toBe(2)
    expect(stderr).toContain(
      'http://127.0.0.1:1 does not answer: start the deployment, or correct the address.',
    )
    expect(result().checks.map(({ verdict }) => verdict)).not.toContain('failed')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
