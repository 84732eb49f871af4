import type { IncomingMessage, ServerResponse } from 'node:http'

/** A site that may show the pages in a frame, and the script by which a page in its frame speaks with it. */
export interface Embedding {
  /** Origin of the site; the script finds it in its own element's `data-site-origin`. */
  origin: string
  /** JavaScript. */
  script: string
}

export const embeddingScript = 'embedding.js'

const framing = new WeakMap<ServerResponse, string>()

/** Origins to which browsers say what they ask for (Fetch Metadata section 3, Secure Contexts section 3.1). */
const isTrustworthy = (origin: string) =>
  /^https:|^http:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(origin)

/**
 * Notes who may frame the answer: the site, and only where a frame is what the browser asks for, or where it does not say.
 * @param base where the provider is reached
 */
export function admitFrame(
  req: IncomingMessage,
  res: ServerResponse,
  embedding: Embedding | undefined,
  base: string,
) {
  const asked = req.headers['sec-fetch-dest']
  const isFrame = asked === 'iframe' || (asked === undefined && !isTrustworthy(base))
  if (embedding && isFrame) framing.set(res, embedding.origin)
}

/** Origin of the site whose frame the answer may appear in. */
export const framedBy = (res: ServerResponse): string | undefined => framing.get(res)
