/**
 * A request and its answer, whole: nothing of it is masked. It is kept apart from the sandbox's stream, sealed, and handed out
 * only for the sandbox's key. Plain types, so that the page may read them.
 */
export interface Exchange {
  /** Who asked. */
  by: 'browser' | 'product'
  /** Who answered. */
  at: 'product' | 'provider'
  /** When the request came, in ms since 1970, in the sandbox's time. */
  time: number
  /** How long the answer took, in ms. */
  ms: number
  request: Part & { method: string; url: string }
  response: Part & { status: number }
}

interface Part {
  /** In their order; a name may come several times. */
  headers: [name: string, value: string][]
  body?: Body
}

/** A body that is text. */
export interface Body {
  text: string
  /** Bytes of the whole body, of which `text` may be the first part only. */
  size: number
}

/** An exchange with the number of its event in the stream. */
export type NumberedExchange = Exchange & { n: number }

/** Characters that are kept of a body. Pages are of less interest than what is said between machines. */
const MOST = 32 * 1024
const MOST_OF_PAGE = 6 * 1024

const isText = (type: string) =>
  /^(text\/|application\/(json|x-www-form-urlencoded|jwt|jwk|[\w.]+\+json))/i.test(type)

/** A body as it is kept; nothing where it is empty or no text. */
export function bodyOf(type: string, bytes: Uint8Array): { body?: Body } {
  if (bytes.length === 0 || !isText(type)) return {}
  const text = new TextDecoder().decode(bytes)
  const most = /^text\/html/i.test(type) ? MOST_OF_PAGE : MOST
  return { body: { text: text.slice(0, most), size: bytes.length } }
}
