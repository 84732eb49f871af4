/** Lints what was built: publint holds the manifests to the files, attw resolves the types as TypeScript would. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { contents } from './contents.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const commands = contents.flatMap(({ folder }) => [
  ['publint', `${folder}/dist`, '--strict'],
  // Patterns are skipped: what is internal is for our own packages.
  ['attw', '--pack', `${folder}/dist`, '--profile', 'esm-only', '--quiet'],
])

for (const command of commands) {
  const { status } = spawnSync('npx', ['--no-install', ...command], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
