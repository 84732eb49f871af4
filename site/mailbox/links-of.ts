import { Parser } from 'htmlparser2'

/** A link of a mail: what a person reads on it, and where it leads. */
export interface MailLink {
  label: string
  href: string
}

/** Elements after which nothing more is read: the time for nested ones grows with their number times their depth. */
const MOST_NODES = 20_000

/** Characters that are read at once. */
const CHUNK = 16 * 1024

/**
 * The links of an HTML text in their order, each with its accessible label. The text is read as a stream, once; what comes
 * after 20,000 elements is ignored.
 */
export function linksOf(html: string): MailLink[] {
  const links: (MailLink & { named: boolean })[] = []
  let open: (typeof links)[number] | undefined
  let nodes = 0
  const parser = new Parser({
    onopentag(name, { href, 'aria-label': named }) {
      nodes += 1
      if (nodes > MOST_NODES) return parser.pause()
      if (name !== 'a') return
      open = href === undefined ? undefined : { label: named ?? '', href, named: named !== undefined }
      if (open) links.push(open)
    },
    ontext(text) {
      if (open && !open.named) open.label += text
    },
    onclosetag(name) {
      if (name === 'a') open = undefined
    },
  })
  for (let at = 0; at < html.length && nodes <= MOST_NODES; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  if (nodes <= MOST_NODES) parser.end()
  return links.map(({ label, href }) => ({ label: label.replace(/\s+/g, ' ').trim(), href }))
}
