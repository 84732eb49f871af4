import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { type Embedding, embeddingScript } from '../http/embedding.ts'
import { styleSheet, typefaces } from './typefaces.ts'

const script = 'text/javascript; charset=utf-8'
const here = (name: string) => new URL(name, import.meta.url)

/** What the pages load: media type, and the files that it is made of. */
const assets = new Map<string, { type: string; files: readonly (URL | string)[] }>([
  [
    'provider.css',
    {
      type: 'text/css; charset=utf-8',
      files: ['fonts', 'tokens', 'base', 'forms', 'shell', 'provider'].map(styleSheet),
    },
  ],
  ['icon.svg', { type: 'image/svg+xml', files: [here('icon.svg')] }],
  ['form-post.js', { type: script, files: [here('form-post.js')] }],
  ['check-session.js', { type: script, files: [here('check-session.js')] }],
  ...Object.entries(typefaces).map(([name, file]) => [name, { type: 'font/woff2', files: [file] }] as const),
])
const read = new Map<string, Promise<Buffer>>()

async function assetNamed(name: string): Promise<{ type: string; body: Buffer } | undefined> {
  const asset = assets.get(name)
  if (!asset) return undefined
  const body =
    read.get(name) ?? Promise.all(asset.files.map((file) => readFile(file))).then((all) => Buffer.concat(all))
  read.set(name, body)
  return { type: asset.type, body: await body }
}

/** Serves one of the provider's own files, or the script of a site that frames it; false when there is no such one. */
export async function sendAsset(name: string, res: ServerResponse, embedding?: Embedding): Promise<boolean> {
  const asset =
    name === embeddingScript && embedding ? { type: script, body: embedding.script } : await assetNamed(name)
  if (!asset) return false
  res.writeHead(200, {
    'content-type': asset.type,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
  res.end(asset.body)
  return true
}
