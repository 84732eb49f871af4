import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'

type Versions = Readonly<Record<string, string>>

/** A `package.json`, as far as packages are made of it. */
export interface Manifest {
  name: string
  version: string
  exports: Versions
  dependencies?: Versions
  peerDependencies?: Versions
  devDependencies?: Versions
  bin?: Versions
  workspaces?: string[]
  publishConfig?: { directory: string }
}

export const readManifest = (root: string, folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

/** `@hono/node-server/serve-static` → `@hono/node-server`. */
export const packageOf = (specifier: string) =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const isBuiltIn = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

/** What a package depends on, by what it imports, in the exact versions that the repository is tested with. */
export function dependenciesOf(
  { name: own, peerDependencies = {} }: Manifest,
  specifiers: Iterable<string>,
  all: readonly Manifest[],
): Versions {
  const ours = Object.fromEntries(all.map(({ name, version }) => [name, version]))
  const known: Versions = Object.assign({}, ...all.map(({ dependencies }) => dependencies), ours)
  const names = new Set([...specifiers].filter((one) => !isBuiltIn(one)).map(packageOf))
  return Object.fromEntries(
    [...names]
      .filter((name) => name !== own && !(name in peerDependencies))
      .toSorted()
      .map((name) => {
        const version = known[name]
        if (version) return [name, version]
        throw new Error(`${own} imports ${name}, which is a dependency of no workspace.`)
      }),
  )
}

/**
 * The manifest of a built package.
 * @param isShared other packages of ours import more of it than its exports
 */
export function builtManifest(manifest: Manifest, folder: string, dependencies: Versions, isShared: boolean) {
  const { devDependencies: _, publishConfig: __, ...kept } = manifest
  const { bin, exports } = manifest
  const repository = repositoryOf(process.env)
  const inside = ([name, file]: [string, string]) => [name, join(folder, file)]
  return {
    ...kept,
    exports: {
      ...Object.fromEntries(Object.entries(exports).map(([door, file]) => [door, builtDoor(folder, file)])),
      ...(isShared && { './internal/*': { types: `./${folder}/*.d.ts`, default: `./${folder}/*.js` } }),
    },
    ...(bin && { bin: Object.fromEntries(Object.entries(bin).map(inside)) }),
    dependencies,
    ...(repository && { repository: { ...repository, directory: folder } }),
    publishConfig: { access: 'public', provenance: true },
  }
}

/** Where a release is made: npm compares it with what the provenance says. A fork has another one, so that no file says it. */
function repositoryOf({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: NodeJS.ProcessEnv) {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) return undefined
  return { type: 'git', url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git` }
}

/** `./index.ts` → the compiled module and its types; what is no source stays where it is. */
function builtDoor(folder: string, file: string) {
  if (!file.endsWith('.ts')) return file
  const path = `./${join(folder, file.replace(/\.ts$/, ''))}`
  return { types: `${path}.d.ts`, default: `${path}.js` }
}
