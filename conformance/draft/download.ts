import { CheckError } from '../errors.ts'
import { isHtml, isMarkdown } from '../trace/page-formats.ts'

/** A page of documentation as it is kept: the name of its file, and what is in it. */
export interface Downloaded {
  name: string
  text: string
}

/** Milliseconds that a page may take. */
const PATIENCE = 30_000

/** Said once more in a page that is kept in another encoding. */
const charsets = /(<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?)[\w-]+/i

export const isAddress = (docs: string): boolean =>
  URL.canParse(docs) && /^https?:$/.test(new URL(docs).protocol)

/** The last part of the address, with the ending that says what it is. */
function nameFor(address: URL, type: string): string {
  const last = decodeURIComponent(address.pathname.split('/').filter(Boolean).at(-1) ?? address.hostname)
  const bare = last.replace(/[^\p{L}\p{N}._-]+/gu, '-')
  if (isMarkdown(bare) || isHtml(bare)) return bare
  return `${bare.replace(/\.\w{2,5}$/, '')}${type.includes('html') ? '.html' : '.md'}`
}

/**
 * Fetches a page of documentation, in Markdown or HTML.
 * @throws CheckError `docs-unreadable`
 */
export async function download(url: string): Promise<Downloaded> {
  const fail = (why: string) =>
    new CheckError(
      'docs-unreadable',
      `${url} cannot be read (${why}): correct the address, or save the page and name its file. Nothing is written.`,
    )
  const answer = await fetch(url, {
    headers: { accept: 'text/markdown, text/html;q=0.9, text/plain;q=0.8' },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(({ cause, message }: Error) => {
    throw fail(cause instanceof Error ? cause.message || cause.name : message)
  })
  const type = answer.headers.get('content-type') ?? 'text/html'
  if (!answer.ok) throw fail(String(answer.status))
  if (!/^(?:text\/|application\/xhtml)/.test(type)) throw fail(`it is ${type}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const said =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ??
    charsets.exec(bytes.toString('latin1', 0, 1024))?.[0].match(/[\w-]+$/)?.[0]
  const text = new TextDecoder(said).decode(bytes).replace(charsets, '$1utf-8')
  return { name: nameFor(new URL(answer.url), type), text }
}
