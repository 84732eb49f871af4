import { execFile } from 'node:child_process'
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../', import.meta.url))
/** Playwright asks for colours, and what is printed is compared. */
const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' }
export const run = (file: string, args: string[], cwd: string) =>
  promisify(execFile)(file, args, { cwd, env })

/** Each blocks scripts, and takes what was downloaded before. */
export const installers = [
  { name: 'npm', args: ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'] },
  { name: 'pnpm', args: ['add', '--ignore-scripts', '--prefer-offline'] },
] as const
type Installer = (typeof installers)[number]['name']

const pnpm = join(dirname(fileURLToPath(import.meta.resolve('pnpm'))), 'bin/pnpm.cjs')

export const runInstaller = (name: Installer, args: readonly string[], cwd: string) =>
  name === 'npm' ? run('npm', [...args], cwd) : run(process.execPath, [pnpm, ...args], cwd)

/** pnpm asks the registry for what a tarball depends on; there ours are not yet. */
export const overridesFor = (packed: readonly string[]) =>
  `overrides:\n${packed
    .map((file) => [/doorstep-(machines|mock-idp)-/.exec(file)?.[1], file])
    .filter(([name]) => name)
    .map(([name, file]) => `  '@doorstep/${name}': 'file:${file}'\n`)
    .join('')}`

/** The bytes that a folder takes of the disk, as `du` counts them: what links lead to counts once. */
export function weightOf(folder: string): number {
  const sizes = new Map<number, number>()
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const { ino, blocks } = statSync(join(parentPath, name))
    sizes.set(ino, blocks * 512)
  }
  return sizes.values().reduce((sum, size) => sum + size, 0)
}

export const packagesIn = (folder: string) =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(({ name, parentPath }) => name === 'package.json' && /node_modules\/[^/]+$/.test(parentPath))
      .map(({ parentPath }) => basename(parentPath)),
  )

/** What files import besides Node and Doorstep, at the versions of the repository. */
export function ownPackagesOf(files: string): string[] {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const imported = globSync(files, { cwd: root, exclude: ['**/*.{test,spec}.ts'] }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/ from '((?:@[\w-]+\/)?[\w-]+)/g)].map(
      ([, name]) => name,
    ),
  )
  return [...new Set(imported)].flatMap((name = '') =>
    name in devDependencies ? `${name}@${devDependencies[name]}` : [],
  )
}

/** A module that a run loads first: at its end it says the microseconds that it took of the processors. */
const SAYS_ITS_TIME = `data:text/javascript,${encodeURIComponent(`
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  console.error('time: ' + (user + system))
})`)}`

/** Seconds of processor time in the quickest of three runs: the wait on a machine where nothing else runs. */
export async function quickestOf(command: string, args: readonly string[], cwd: string): Promise<number> {
  const took: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const { stderr } = await run(process.execPath, ['--import', SAYS_ITS_TIME, command, ...args], cwd)
    took.push(Number(/^time: (\d+)$/m.exec(stderr)?.[1]))
  }
  return Math.min(...took) / 1_000_000
}
