import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { typefaces } from '../../mock-idp/look/typefaces.ts'
import type { Action } from './http/context.ts'

interface Asset {
  type: string
  body: string | Uint8Array<ArrayBuffer>
  cache: string
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Bundles a script, or a style sheet with all that it imports. */
async function bundle(entry: string, type: string): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    legalComments: 'none',
    write: false,
    external: ['/assets/*'],
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  return { type: `${type}; charset=utf-8`, body: outputFiles[0]?.text ?? '', cache: 'no-cache' }
}

const typeface = async (file: string): Promise<Asset> => ({
  type: 'font/woff2',
  body: new Uint8Array(await readFile(file)),
  cache: 'public, max-age=86400',
})

const made: Record<string, () => Promise<Asset>> = {
  'tenant.css': () => bundle('./screens/page.css', 'text/css'),
  'security-key.js': () => bundle('./browser/security-key.ts', 'text/javascript'),
  'settings.js': () => bundle('./browser/settings.ts', 'text/javascript'),
  'desk.js': () => bundle('./browser/desk.ts', 'text/javascript'),
  ...Object.fromEntries(Object.entries(typefaces).map(([name, file]) => [name, () => typeface(file)])),
}

const ready = new Map<string, Promise<Asset>>()

/** The asset by its name, made once. */
function assetNamed(name: string): Promise<Asset> | undefined {
  const make = Object.hasOwn(made, name) ? made[name] : undefined
  if (!ready.has(name) && make) ready.set(name, make())
  return ready.get(name)
}

/** Makes all files now, so that what can't be made is known at the start. */
export const makeAssets = () => Promise.all(Object.keys(made).map(assetNamed))

/**
 * The script by which a page in the desk's frame speaks with the desk, for pages of other parties that are shown there.
 */
export const deskScript = async () => String((await assetNamed('desk.js'))?.body ?? '')

/** What the pages load: one style sheet, its typefaces and the browser's scripts. */
export const assets: Action = async (c) => {
  const asset = await assetNamed(c.req.param('name') ?? '')
  if (!asset) return c.notFound()
  return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': asset.cache })
}
