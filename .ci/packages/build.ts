/**
 * `npm run packages`: compiles what can be installed, each package into `dist` below its folder, from where it is packed and
 * published (`publishConfig.directory`, as changesets and pnpm read it). The repository itself runs from its sources.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packs } from '../../machines/index.ts'
import { bundleParts } from '../../site/export/bundle.ts'
import { packPartOf, scriptOfPack } from '../../site/export/script-of-pack.ts'
import { bundleNames, bundleOf } from '../../site/tenant/bundle.ts'
import { type Collected, collect } from './collect.ts'
import { type Contents, contents, NEVER } from './contents.ts'
import { builtManifest, dependenciesOf, type Manifest, packageOf, readManifest } from './manifest.ts'
import { buildPages } from './pages.ts'
import { vendor, vendoredAs } from './vendor.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { workspaces = [] } = readManifest(root, '.')
const manifests = new Map(workspaces.map((folder) => [folder, readManifest(root, folder)]))

/** What is bundled here: of the tenant, of exported files, and the screens that the built pages hold. */
const BUNDLED = ['site/tenant/bundle.js', 'site/export/bundle.js', 'site/tenant/screens/in-model.js']
const BUNDLES = 'site/tenant/bundles'
const PARTS = 'site/export/parts'

/** What is taken of React: of 8 MB of react-dom little is needed. */
const taken = {
  react: ['createContext', 'createElement', 'useContext'],
  'react/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
  'react-dom/server': ['renderToStaticMarkup'],
}

function manifestOf({ folder }: Contents): Manifest {
  const manifest = manifests.get(folder)
  if (!manifest) throw new Error(`${folder} is no workspace.`)
  return manifest
}

function compile(folder: string, project: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const args = [tsc, '-p', fileURLToPath(new URL(project, import.meta.url)), '--outDir', folder]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`The compiler ended with ${status}.`)
}

const sourcesIn = (globs: readonly string[] = []) =>
  globSync([...globs], { cwd: root }).filter((path) => !NEVER.test(path))

const compiledName = (path: string) => path.replace(/\.tsx?$/, '.js')

/** How a package imports a file that another one holds. */
function nameElsewhere(own: Contents, path: string): string | undefined {
  if (own.rooms.some((room) => path.startsWith(`${room}/`))) return undefined
  const other = contents.find(({ folder }) => path.startsWith(`${folder}/`))
  if (!other) throw new Error(`${own.folder} imports ${path}, which no package holds.`)
  return `${manifestOf(other).name}/internal/${relative(other.folder, path).replace(/\.d\.ts$|\.js$/, '')}`
}

/** Its links are relative to the folder, which is one level further down in the package. */
const readmeOf = (folder: string) =>
  readFileSync(join(root, folder, 'README.md'), 'utf8').replace(/\]\((?!https?:|#)/g, `](${folder}/`)

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

async function assemble(compiled: string, own: Contents, collected: Collected, isShared: boolean) {
  const { files, names, vendored } = collected
  const manifest = manifestOf(own)
  const { folder, assets, sources, copies = {} } = own
  const dist = join(root, folder, 'dist')
  rmSync(dist, { recursive: true, force: true })
  for (const [path, text] of files) {
    write(join(dist, path), text)
    if (path.endsWith('.js')) cpSync(join(compiled, `${path}.map`), join(dist, `${path}.map`))
  }
  for (const path of sourcesIn(assets)) cpSync(join(root, path), join(dist, path))
  for (const path of sourcesIn(sources)) cpSync(join(root, path), join(dist, 'src', path))
  if (files.has('site/tenant/assets.js'))
    for (const name of bundleNames) write(join(dist, BUNDLES, name), await bundleOf(name))
  if (files.has('site/export/export-flow.js')) {
    const { script, style, unpack } = await bundleParts()
    const parts = { 'script.js': script, 'style.css': style, 'unpack.js': unpack }
    for (const [name, text] of Object.entries(parts)) write(join(dist, PARTS, name), text)
    for (const pack of packs)
      write(
        join(dist, PARTS, packPartOf(pack)),
        await scriptOfPack(join(root, 'machines', pack.id, 'pack.ts')),
      )
  }
  if (files.has('conformance/commands/start.js')) buildPages(join(dist, 'dist'))
  for (const [to, from] of Object.entries(copies)) cpSync(join(root, 'node_modules', from), join(dist, to))
  if (vendored.size > 0)
    for (const [path, text] of await vendor(root, [...vendored], taken)) write(join(dist, path), text)
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  write(join(dist, 'README.md'), readmeOf(folder))
  const dependencies = dependenciesOf(manifest, names, [...manifests.values()])
  const built = builtManifest(manifest, folder, dependencies, isShared)
  write(join(dist, 'package.json'), `${JSON.stringify(built, null, 2)}\n`)
}

const compiled = mkdtempSync(join(root, 'dist-'))
try {
  compile(compiled, './tsconfig.json')
  compile(compiled, './tsconfig.types.json')
  /** What the packages before import of those that follow. */
  const wanted = new Set<string>()
  for (const own of contents) {
    const { name, exports } = manifestOf(own)
    const doors = Object.values(exports).filter((file) => file.endsWith('.ts'))
    const entries = doors.map((file) => join(own.folder, file))
    const shared = [...wanted].filter((path) => path.startsWith(`${own.folder}/`))
    const collected = collect(
      {
        folder: compiled,
        nameElsewhere: (path) => nameElsewhere(own, path),
        without: BUNDLED,
        vendoredAs: (specifier) =>
          own.vendored.includes(packageOf(specifier)) ? vendoredAs(specifier) : undefined,
      },
      [
        ...[...entries, ...sourcesIn(own.entries)].map(compiledName),
        ...entries.map((path) => path.replace(/\.ts$/, '.d.ts')),
        ...shared,
      ],
    )
    for (const path of collected.elsewhere) wanted.add(path)
    await assemble(compiled, own, collected, shared.length > 0)
    console.log(`${name}: ${collected.files.size} files in ${own.folder}/dist`)
  }
} finally {
  rmSync(compiled, { recursive: true, force: true })
}
