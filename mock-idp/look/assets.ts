import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { type Embedding, embeddingScript } from '../http/embedding.ts'

const types: Record<string, string> = {
  'idp.css': 'text/css; charset=utf-8',
  'admin.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'form-post.js': 'text/javascript; charset=utf-8',
  'check-session.js': 'text/javascript; charset=utf-8',
}
const read = new Map<string, Promise<Buffer>>()

/** Serves one of the provider's own files, or the script of a site that frames it; false when there is no such one. */
export async function sendAsset(name: string, res: ServerResponse, embedding?: Embedding): Promise<boolean> {
  const isScript = name === embeddingScript && embedding !== undefined
  const type = types[isScript ? 'form-post.js' : name]
  if (!type) return false
  const file = isScript
    ? Promise.resolve(Buffer.from(embedding.script))
    : (read.get(name) ?? readFile(new URL(name, import.meta.url)))
  read.set(name, file)
  res.writeHead(200, {
    'content-type': type,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
  res.end(await file)
  return true
}
