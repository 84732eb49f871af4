import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** Where a package holds what it brings of others. */
const FOLDER = 'vendor'

/** What is taken of a module: absent, everything that it exports. */
export type Taken = Readonly<Record<string, readonly string[]>>

/** The file that holds a module of another package: `@noble/hashes/sha2.js` → `vendor/noble-hashes-sha2.js`. */
export const vendoredAs = (specifier: string) =>
  join(FOLDER, `${specifier.replace(/^@|\.js$/g, '').replaceAll(/[^\w-]/g, '-')}.js`)

/** A module that exports what is taken of another one, by name: `export *` knows nothing of CommonJS. */
const entriesFor = (root: string, taken: Taken): Plugin => ({
  name: 'vendored-entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vendored:/ }, ({ path }) => ({
      path: path.slice('vendored:'.length),
      namespace: 'vendored',
    }))
    onLoad({ filter: /./, namespace: 'vendored' }, async ({ path }) => {
      const names = taken[path] ?? Object.keys((await import(path)) as object).filter(isName)
      const contents = names.length > 0 ? `export { ${names.join(', ')} } from '${path}'` : `import '${path}'`
      return { contents, resolveDir: root }
    })
  },
})

/** What Node adds to the names of CommonJS can't be exported again. */
const isName = (name: string) => name !== 'module.exports' && name !== '__esModule'

/** The folder of the package that a file is in: `…/node_modules/@noble/hashes`. */
const packageFolder = (path: string) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]

function licencesOf(root: string, paths: readonly string[]): string {
  const folders = new Set(paths.flatMap((path) => packageFolder(path) ?? []))
  const texts = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    ) as Record<'name' | 'version' | 'license', string>
    const [file] = globSync('{LICEN[CS]E,licen[cs]e,COPYING}*', { cwd: join(root, folder) })
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`
    return `## ${name} ${version}\n\n${text}\n`
  })
  return `# What this package holds of others\n\n${texts.join('\n')}`
}

/**
 * Bundles modules of other packages, so that an installation has few files and is small: most of what is in them is never needed.
 * @returns the files of the folder `vendor` by their path, with the licences
 */
export async function vendor(
  root: string,
  specifiers: readonly string[],
  taken: Taken,
): Promise<Map<string, string>> {
  const { outputFiles, metafile } = await build({
    entryPoints: specifiers.map((specifier) => ({
      in: `vendored:${specifier}`,
      out: vendoredAs(specifier).replace(/\.js$/, ''),
    })),
    plugins: [entriesFor(root, taken)],
    absWorkingDir: root,
    outdir: root,
    chunkNames: `${FOLDER}/chunk-[hash]`,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    // CommonJS asks for Node's own modules by `require`.
    banner: {
      js: `import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);`,
    },
    logLevel: 'warning',
  })
  const files = outputFiles.map(({ path, text }): [string, string] => [relative(root, path), text])
  const used = Object.keys(metafile.inputs).filter((path) => existsSync(join(root, path)))
  return new Map([...files, [`${FOLDER}/LICENCES.md`, licencesOf(root, used)]])
}
