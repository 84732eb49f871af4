import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { LoadedPack } from '../packs/load-pack.ts'
import { Sources } from '../packs/source/sources.ts'

const DIGITS = 16

/** A profile and the files that it imports, as they are now; packages are left out. */
export function profileHash(path: string): string {
  const imported = new Sources().reach(path).map(({ module }) => module.file)
  return hash([path, ...imported.filter((file) => file !== path)].map((file) => readFileSync(file)))
}

/** All files of the packs, in an order that does not depend on the machine; a pack inside the profile is the profile's file. */
export function modelHash(packs: readonly LoadedPack[]): string {
  const files = packs.flatMap(({ folder, file }) => {
    if (dirname(file) !== folder || !basename(file).startsWith('pack.')) return [readFileSync(file)]
    return globSync('**/*.{ts,md,mdx,json}', { cwd: folder, exclude: ['**/node_modules/**', '**/*.test.ts'] })
      .sort()
      .flatMap((name) => [name, readFileSync(join(folder, name))])
  })
  return hash(files)
}

const packageOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Code that walks and judges. */
const CODE = '**/*.{ts,tsx,js,mjs}'
const NO_CODE = ['**/node_modules/**', '**/dist/**', '**/*.{test,spec}.ts']

/** A profile of these folders has a hash of its own. */
const profilesIn = (cwd: string) =>
  globSync('targets/*/doorstep.config.ts', { cwd }).map((file) => `${dirname(file)}/**`)

/** All that decides about verdicts besides the profile and the packs: Doorstep as it is installed here, or in its repository. */
export function codeHash(
  folders: readonly string[] = ['doorstep', '@doorstep/machines'].map(packageOf),
): string {
  return hash(
    folders.flatMap((cwd) =>
      globSync(CODE, { cwd, exclude: [...NO_CODE, ...profilesIn(cwd)] })
        .sort()
        .flatMap((name) => [name, readFileSync(join(cwd, name))]),
    ),
  )
}

function hash(parts: readonly (string | Buffer)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex').slice(0, DIGITS)
}
