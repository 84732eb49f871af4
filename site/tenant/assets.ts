import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Action } from './http/context.ts'

interface Asset {
  type: string
  body: string
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function script(entry: string): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  return { type: 'text/javascript; charset=utf-8', body: outputFiles[0]?.text ?? '' }
}

const style = async (path: string): Promise<Asset> => ({
  type: 'text/css; charset=utf-8',
  body: await readFile(here(path), 'utf8'),
})

const made: Record<string, () => Promise<Asset>> = {
  'tenant.css': () => style('./screens/tenant.css'),
  'security-key.js': () => script('./browser/security-key.ts'),
  'desk.js': () => script('./browser/desk.ts'),
}

const ready = new Map<string, Promise<Asset>>()

/** The asset by its name, made once. */
function assetNamed(name: string): Promise<Asset> | undefined {
  const make = made[name]
  if (!ready.has(name) && make) ready.set(name, make())
  return ready.get(name)
}

/** Makes all files now, so that what can't be made is known at the start. */
export const makeAssets = () => Promise.all(Object.keys(made).map(assetNamed))

/** What the pages load: one style sheet and the browser's scripts. */
export const assets: Action = async (c) => {
  const asset = await assetNamed(c.req.param('name') ?? '')
  if (!asset) return c.notFound()
  return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' })
}
