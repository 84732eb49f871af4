import { base64URLStringToBuffer, bufferToBase64URLString } from '@simplewebauthn/browser'
import type { PageMessage } from '../frame-messages.ts'

/**
 * Puts the site's software key in the place of the browser's own question for a security key. The options go to the site as
 * JSON, and what it answers is dressed as the browser would hand it over.
 */

type KeyRequest =
  | Omit<Extract<PageMessage, { type: 'key-create' }>, 'source'>
  | Omit<Extract<PageMessage, { type: 'key-get' }>, 'source'>

type Json = Record<string, unknown>

/** Browsers ask for keys in secure contexts only; elsewhere the site's is the only one, and pages must find where to ask. */
if (!isSecureContext) {
  Object.defineProperty(navigator, 'credentials', { value: {}, configurable: true })
  Object.assign(globalThis, { PublicKeyCredential: class {} })
}

const own = { create: navigator.credentials.create, get: navigator.credentials.get }
const waiting = new Map<number, (credential: Json | null) => void>()
let requests = 0

/** Binary members as base64url, all others as they are. */
function toJson(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return bufferToBase64URLString(value)
  if (ArrayBuffer.isView(value))
    return bufferToBase64URLString(
      new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice().buffer,
    )
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]))
}

/** Members of a credential's response that are binary in the browser. */
const BINARY = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']

/** A credential in JSON as the browser would have handed it over. */
function dress(credential: Json): Credential {
  const given = Object(credential.response) as Json
  const transports = given.transports ?? ['usb']
  const binary = BINARY.filter((name) => typeof given[name] === 'string').map((name) => [
    name,
    base64URLStringToBuffer(String(given[name])),
  ])
  const response = { ...Object.fromEntries(binary), getTransports: () => transports }
  return {
    ...credential,
    id: String(credential.id),
    type: 'public-key',
    rawId: base64URLStringToBuffer(String(credential.id)),
    response,
    getClientExtensionResults: () => ({}),
  } as Credential
}

function ask(
  type: KeyRequest['type'],
  publicKey: unknown,
  tell: (request: KeyRequest) => void,
): Promise<Credential> {
  requests += 1
  const id = requests
  return new Promise((resolve, reject) => {
    waiting.set(id, (credential) =>
      credential
        ? resolve(dress(credential))
        : reject(new DOMException('The person cancelled.', 'NotAllowedError')),
    )
    tell({ type, id, origin: location.origin, options: toJson(publicKey) as Json })
  })
}

/** Whether the site has its key in; undecided until it has answered the page. */
const { promise: firstWord, resolve: sayFirst } = Promise.withResolvers<boolean>()
let isPresent = firstWord

/** Puts the site in the browser's place. A question asked before the site has said whose key it is waits for that. */
export function askSiteForKeys(tell: (request: KeyRequest) => void): void {
  const { credentials } = navigator
  credentials.create = async (o) =>
    (await isPresent) ? ask('key-create', o?.publicKey, tell) : own.create.call(credentials, o)
  credentials.get = async (o) =>
    (await isPresent) ? ask('key-get', o?.publicKey, tell) : own.get.call(credentials, o)
}

/** From now on keys are asked of the site, or of the browser again. */
export function switchToSiteKey(present: boolean): void {
  sayFirst(present)
  isPresent = Promise.resolve(present)
}

/** The site has answered; null: cancelled. */
export function answerKey(id: number, credential: Json | null): void {
  waiting.get(id)?.(credential)
  waiting.delete(id)
}
