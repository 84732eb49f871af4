import type { IncomingMessage, ServerResponse } from 'node:http'

/** A site that may show the pages in a frame, and the script by which a page in its frame speaks with it. */
export interface Embedding {
  /** Origin of the site; the script finds it in its own element's `data-desk-origin`. */
  origin: string
  /** JavaScript. */
  script: string
}

export const embeddingScript = 'embedding.js'

const framing = new WeakMap<ServerResponse, string>()

/** Notes who may frame the answer: the site, and only where a frame is what the browser asks for. */
export function admitFrame(req: IncomingMessage, res: ServerResponse, embedding: Embedding | undefined) {
  if (embedding && req.headers['sec-fetch-dest'] === 'iframe') framing.set(res, embedding.origin)
}

/** Origin of the site whose frame the answer may appear in. */
export const framedBy = (res: ServerResponse): string | undefined => framing.get(res)
