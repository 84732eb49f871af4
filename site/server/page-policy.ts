import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { Parser } from 'htmlparser2'

/** Scripts that are part of an HTML page, in their order. */
function inlineScripts(html: string): string[] {
  const scripts: string[] = []
  let open: string | undefined
  const parser = new Parser({
    onopentag(name, { src }) {
      if (name === 'script' && src === undefined) open = ''
    },
    ontext(text) {
      if (open !== undefined) open += text
    },
    onclosetag(name) {
      if (name !== 'script' || open === undefined) return
      scripts.push(open)
      open = undefined
    },
  })
  parser.end(html)
  return scripts
}

/**
 * Sources of scripts for the policy of the built pages (Content Security Policy Level 3 section 2.3.1): their own files, and
 * what the build has put into pages, by its hash.
 */
async function scriptSources(pages: string): Promise<string[]> {
  const files = await readdir(pages, { recursive: true }).catch(() => [])
  const hashes = new Set<string>()
  for (const file of files.filter((name) => name.endsWith('.html')))
    for (const script of inlineScripts(await readFile(join(pages, file), 'utf8')))
      hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return ["'self'", ...hashes]
}

/** The same, found out again when another build has taken the folder's place. */
export function followScriptSources(pages: string): () => Promise<string[]> {
  let place: number | undefined
  let sources = scriptSources(pages)
  return async () => {
    const { ino } = await stat(pages).catch(() => ({ ino: undefined }))
    if (ino !== place) sources = scriptSources(pages)
    place = ino
    return sources
  }
}

/**
 * The policy of the site's pages. Nothing is fetched from elsewhere but from the parties of live mode, so that a mail that is
 * shown can't fetch anything either.
 * @param parties origins of the tenant and the provider
 * @param isEmbedded whether any site may show the page in a frame
 */
export const pagePolicy = (scripts: string[], parties: string[], isEmbedded = false) => ({
  defaultSrc: ["'none'"],
  scriptSrc: scripts,
  // Diagrams and highlighted text have styles of their own.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  // A small font is part of the style sheet, and the phone reads the QR code out of its picture.
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'data:', ...parties],
  frameSrc: ["'self'", ...parties],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: [isEmbedded ? '*' : "'none'"],
})

/** Browsers apply a policy to documents alone: on scripts, styles and fonts it would be 2 kB for each of twenty files. */
export const policyOnPagesAlone: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (c.res.ok && !/^(?:text\/html|image\/svg\+xml)/.test(type))
    c.header('content-security-policy', undefined)
}
