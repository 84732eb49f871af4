import { relative, resolve } from 'node:path'
import type { Plugin } from 'esbuild'
import { type Pack, PackError } from '../../machines/model/pack.ts'
import { MODULES, START } from './in-file/data.ts'

/** What a pack imports by name is in the file already. */
const fromFile: Plugin = {
  name: 'from-file',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(doorstep|@doorstep\/machines|xstate)$/ }, ({ path }) => ({
      path,
      namespace: 'from-file',
    }))
    onLoad({ filter: /./, namespace: 'from-file' }, ({ path }) => ({
      contents: `module.exports = ${MODULES}[${JSON.stringify(path)}]`,
    }))
  },
}

/** Where the script of a pack is that is made ahead, among the other parts. */
export const packPartOf = ({ id }: Pick<Pack, 'id'>) => `pack-${id}.js`

/** The bundler is no dependency of the packages: it weighs more than Doorstep, and only packs of one's own need it. */
export class BundlerMissingError extends Error {
  override name = 'BundlerMissingError'
}

const loadBundler = () =>
  import('esbuild').catch((cause: unknown) => {
    throw new BundlerMissingError('esbuild is not installed', { cause })
  })

/**
 * The script that brings a pack into an exported file, with all that it imports.
 * @param file the module that exports the pack, as an absolute path
 * @throws PackError where it imports something that a browser cannot have
 * @throws BundlerMissingError
 */
export async function scriptOfPack(file: string): Promise<string> {
  const { build } = await loadBundler()
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as exported from ${JSON.stringify(file)}\n${START}(exported)`,
      resolveDir: resolve(file, '..'),
    },
    plugins: [fromFile],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  }).catch((cause: { errors?: { text: string; location: { file: string; line: number } | null }[] }) => {
    const problems = (cause.errors ?? []).map(({ text, location }) => {
      const where = location ? `${relative('.', location.file)}, line ${location.line}: ` : ''
      return `${where}${text} An exported file runs in a browser: a pack imports its own files, doorstep and xstate alone.`
    })
    if (problems.length === 0) throw cause
    throw new PackError(file, problems, { cause })
  })
  return outputFiles[0]?.text ?? ''
}
