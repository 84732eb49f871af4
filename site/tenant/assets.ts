import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { typefaces } from '../../mock-idp/look/typefaces.ts'
import type { BundleName } from './bundle.ts'
import type { Action } from './http/context.ts'

interface Asset {
  type: string
  body: string | Uint8Array<ArrayBuffer>
  /** Names this content among all that the file ever had. */
  version: string
}

const versionOf = (body: Asset['body']) => createHash('sha256').update(body).digest('base64url').slice(0, 12)

/** Made when a package is built; in the repository they are made when they are needed. */
const ahead = new URL('./bundles/', import.meta.url)

async function bundle(name: BundleName, type: string): Promise<Asset> {
  const body = existsSync(ahead)
    ? await readFile(new URL(name, ahead), 'utf8')
    : await (await import('./bundle.ts')).bundleOf(name)
  return { type: `${type}; charset=utf-8`, body, version: versionOf(body) }
}

async function typeface(file: string): Promise<Asset> {
  const body = new Uint8Array(await readFile(file))
  return { type: 'font/woff2', body, version: versionOf(body) }
}

const made: Record<string, () => Promise<Asset>> = {
  'tenant.css': () => bundle('tenant.css', 'text/css'),
  'security-key.js': () => bundle('security-key.js', 'text/javascript'),
  'settings.js': () => bundle('settings.js', 'text/javascript'),
  'in-frame.js': () => bundle('in-frame.js', 'text/javascript'),
  ...Object.fromEntries(Object.entries(typefaces).map(([name, file]) => [name, () => typeface(file)])),
}

const ready = new Map<string, Promise<Asset>>()
/** The addresses of those that are made, by name. */
const hrefs = new Map<string, string>()

async function named(name: string, make: () => Promise<Asset>): Promise<Asset> {
  const asset = await make()
  hrefs.set(name, `/assets/${name}?v=${asset.version}`)
  return asset
}

/** The asset by its name, made once. */
function assetNamed(name: string): Promise<Asset> | undefined {
  const make = Object.hasOwn(made, name) ? made[name] : undefined
  if (!ready.has(name) && make) ready.set(name, named(name, make))
  return ready.get(name)
}

/** Makes all files now, so that what can't be made is known at the start. */
export const makeAssets = () => Promise.all(Object.keys(made).map(assetNamed))

/** Where a page loads a file from. A browser keeps what it has from there, and asks no page later for it again. */
export const assetHref = (name: BundleName): string => hrefs.get(name) ?? `/assets/${name}`

/**
 * The script by which a page in the site's frame speaks with the site, for pages of other parties that are shown there.
 */
export const inFrameScript = async () => String((await assetNamed('in-frame.js'))?.body ?? '')

/** How long a typeface is kept that is asked for without its version, as style sheets do. */
const DAY_S = 86_400

function cacheOf({ type, version }: Asset, asked: string | undefined): string {
  if (asked === version) return 'public, max-age=31536000, immutable'
  return type.startsWith('font/') ? `public, max-age=${DAY_S}` : 'no-cache'
}

/** What the pages load: one style sheet, its typefaces and the browser's scripts. */
export const assets: Action = async (c) => {
  const asset = await assetNamed(c.req.param('name') ?? '')
  if (!asset) return c.notFound()
  return c.body(asset.body, 200, {
    'Content-Type': asset.type,
    'Cache-Control': cacheOf(asset, c.req.query('v')),
  })
}
