import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { styleSheet, typefaces } from '../../mock-idp/look/typefaces.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What every exported file has in common. */
export interface FileParts {
  /** The simulator. */
  script: string
  style: string
  /** Unpacks the simulator and the pack in the file. */
  unpack: string
}

const shared = {
  bundle: true,
  minify: true,
  write: false,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'silent',
} as const

/** As Vite does: a style sheet with all that it imports, as text. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /\.css\?inline$/ }, async ({ path, resolveDir, kind }) => {
      const { path: file } = await resolve(path.replace('?inline', ''), { resolveDir, kind })
      return { path: file, namespace: 'inline-styles' }
    })
    onLoad({ filter: /./, namespace: 'inline-styles' }, async ({ path }) => ({
      contents: await textOf({ entryPoints: [path] }),
      loader: 'text',
    }))
  },
}

async function textOf(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({ ...shared, ...options })
  return outputFiles?.[0]?.text ?? ''
}

/** The typefaces as part of the style sheet: a file loads nothing. */
const fonts = () =>
  Object.entries(typefaces).reduce(
    (style, [name, file]) =>
      style.replace(`/assets/${name}`, `data:font/woff2;base64,${readFileSync(file, 'base64')}`),
    readFileSync(styleSheet('fonts'), 'utf8'),
  )

/** Bundles the simulator without its live mode, and its style sheet. */
export async function bundleParts(): Promise<FileParts> {
  const script = await textOf({
    entryPoints: [here('./in-file/start.tsx')],
    plugins: [inlineStyles],
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const style = await textOf({ entryPoints: [here('./in-file/walk-file.css')] })
  const unpack = await textOf({ entryPoints: [here('./in-file/unpack.ts')], format: 'esm' })
  return { script, style: fonts() + style, unpack }
}
