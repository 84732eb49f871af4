import type { Script } from '../model/events.ts'
import { isScript } from '../model/script.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

/** A demonstration, and the pack whose flows it walks. */
export interface Demonstration {
  pack: string
  script: Script
}

/** The part behind `#` is sent to no server: the link holds the whole demonstration. */
const BEGINNING = '#demonstration='

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())

export async function demonstrationLink(
  demonstration: Demonstration,
  origin = location.origin,
): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(demonstration))
  return `${origin}/class/${BEGINNING}${toBase64url(await through(text, new CompressionStream('deflate-raw')))}`
}

/**
 * The demonstration in the part of an address behind `#`; `undefined` where there is none.
 * @throws when it cannot be read
 */
export async function demonstrationIn(hash: string): Promise<Demonstration | undefined> {
  if (!hash.startsWith(BEGINNING)) return undefined
  const bytes = fromBase64url(hash.slice(BEGINNING.length))
  const text = await through(bytes, new DecompressionStream('deflate-raw'))
  const read: Partial<Demonstration> = JSON.parse(new TextDecoder().decode(text))
  if (typeof read.pack !== 'string' || !isScript(read.script))
    throw new Error('The link has no demonstration.')
  return { pack: read.pack, script: read.script }
}
