import { spawnSync } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Compressed copies are for networks, and a flow as a file is written when it is asked for: together they weigh five times the pages. */
const LEFT_OUT = ['**/*.{br,gz}', 'export']

/** Builds the pages of the bundled documentation into a folder, as `doorstep start` serves them. */
export function buildPages(folder: string): void {
  const astro = [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', root, '--outDir', folder]
  const { DOORSTEP_PACKS: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, astro, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The pages cannot be built:\n${stdout}${stderr}`)
  for (const path of globSync(LEFT_OUT, { cwd: folder }))
    rmSync(join(folder, path), { recursive: true, force: true })
}
