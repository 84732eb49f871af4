import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What the pages load that is put together of several files: by its name, where it begins. */
const entries = {
  'tenant.css': './screens/page.css',
  'security-key.js': './browser/security-key.ts',
  'settings.js': './browser/settings.ts',
  'in-frame.js': './browser/in-frame.ts',
} as const

export type BundleName = keyof typeof entries

export const bundleNames = Object.keys(entries) as BundleName[]

/** Bundles a script, or a style sheet with all that it imports. */
export async function bundleOf(name: BundleName): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entries[name], import.meta.url))],
    bundle: true,
    minify: true,
    legalComments: 'none',
    write: false,
    external: ['/assets/*'],
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
