import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'

const types: Record<string, string> = {
  'idp.css': 'text/css; charset=utf-8',
  'admin.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'form-post.js': 'text/javascript; charset=utf-8',
}
const read = new Map<string, Promise<Buffer>>()

/** Serves one of the provider's own files; false when there is no such one. */
export async function sendAsset(name: string, res: ServerResponse): Promise<boolean> {
  const type = types[name]
  if (!type) return false
  const file = read.get(name) ?? readFile(new URL(name, import.meta.url))
  read.set(name, file)
  res.writeHead(200, {
    'content-type': type,
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
  res.end(await file)
  return true
}
