import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** Doorstep itself: its root, and what a profile imports as 'doorstep'. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const door = new URL('../../index.ts', import.meta.url).href

/** What a module may know of its own place; after bundling it would be that of the bundle. */
const places = { url: '__doorstep_url', filename: '__doorstep_filename', dirname: '__doorstep_dirname' }

/**
 * Bundles a profile and the files beside it into one JavaScript module that every process can import, wherever it lies. Packages,
 * and Doorstep's own files, stay outside of it.
 * @throws esbuild's BuildFailure
 */
export async function compileProfile(file: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'silent',
    define: Object.fromEntries(Object.entries(places).map(([key, name]) => [`import.meta.${key}`, name])),
    plugins: [staysOutside, keepsItsPlace],
  })
}

const isOurs = (file: string) => {
  const path = relative(root, file)
  return !path.startsWith('..') && !path.split(sep).includes('node_modules')
}

const staysOutside: Plugin = {
  name: 'stays-outside',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === staysOutside) return undefined
      if (path === 'doorstep') return { path: door, external: true }
      if (path.startsWith('node:') || builtinModules.includes(path)) return { path, external: true }
      const options = { kind, importer, resolveDir, pluginData: staysOutside }
      const { path: found, errors } = await find(path, options)
      if (errors.length > 0) return { errors }
      const beside = path.startsWith('.') || path.startsWith('/')
      return beside && !isOurs(found) ? { path: found } : { path: pathToFileURL(found).href, external: true }
    })
  },
}

const keepsItsPlace: Plugin = {
  name: 'keeps-its-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const values = { url: pathToFileURL(path).href, filename: path, dirname: dirname(resolve(path)) }
      const known = Object.entries(values).map(
        ([key, value]) => `const ${places[key as keyof typeof places]} = ${JSON.stringify(value)};`,
      )
      const source = await readFile(path, 'utf8')
      const loader = /\.[cm]?ts$/.test(path) ? 'ts' : 'js'
      // On the first line, so that the places of mistakes are right.
      return { contents: `${known.join('')}${source}`, loader }
    })
  },
}
