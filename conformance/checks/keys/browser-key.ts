import type { Page } from '@playwright/test'
import type { Forgery } from '../../../machines/devices/key-answer.ts'
import type { CreationOptions, RequestOptions, SecurityKey } from '../../../machines/devices/security-key.ts'

/** What a page asks a key for. */
type Asked = { origin: string } & (
  | { kind: 'create'; options: CreationOptions }
  | { kind: 'get'; options: RequestOptions }
)

type KeyAnswer = Awaited<ReturnType<SecurityKey['register'] | SecurityKey['authenticate']>>

const BINDING = '__browserKey'

/**
 * The key that a browser asks whenever a page calls `navigator.credentials`. The page's own script reads the answer and
 * sends it, so a deployment gets it in its own format.
 */
export class BrowserKey {
  /** What was asked for, the oldest first. */
  readonly asked: Asked[] = []
  /** Sent in place of the key's own answers, unchanged. */
  replay: KeyAnswer | undefined
  /** How answers differ from honest ones from now on. */
  forgery: Forgery = {}
  /** Happens between the question and the answer. */
  meanwhile: (() => Promise<void>) | undefined
  last: KeyAnswer | undefined
  /** Why the key could not answer. The page sees a person who cancels. */
  problem: unknown
  /** The key that is asked. */
  key: SecurityKey

  private constructor(key: SecurityKey) {
    this.key = key
  }

  static async in({ page }: { page: Page }, key: SecurityKey): Promise<BrowserKey> {
    const browser = new BrowserKey(key)
    await page.exposeBinding(BINDING, (_source, asked: Asked) => browser.#answer(asked))
    await page.addInitScript(answerByBinding, BINDING)
    return browser
  }

  /** COSE numbers of the algorithms that were offered last. */
  get offered(): number[] {
    const asked = this.asked.at(-1)
    return asked?.kind === 'create' ? asked.options.pubKeyCredParams.map(({ alg }) => alg) : []
  }

  async #answer(asked: Asked): Promise<KeyAnswer> {
    this.asked.push(asked)
    await this.meanwhile?.()
    try {
      this.last = this.replay ?? (await this.#ask(asked))
      return this.last
    } catch (error) {
      this.problem = error
      throw error
    }
  }

  #ask({ kind, options, origin }: Asked): Promise<KeyAnswer> {
    return kind === 'create'
      ? this.key.register(options, origin, this.forgery)
      : this.key.authenticate(options, origin, this.forgery)
  }
}

/** Runs in the page, before any of its scripts. */
function answerByBinding(binding: string) {
  const encode = (source: BufferSource) => {
    const bytes =
      source instanceof ArrayBuffer
        ? new Uint8Array(source)
        : new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }
  const decode = (text: string) => {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (one) => one.charCodeAt(0)).buffer
  }
  const ask = (asked: Asked) =>
    (window as unknown as Record<string, (asked: Asked) => Promise<KeyAnswer>>)[binding]?.(asked)

  const own = (target: object, values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(target, name, { value, enumerable: true })
    return target
  }
  const responseOf = ({ response }: KeyAnswer) => {
    const clientDataJSON = decode(response.clientDataJSON)
    const authenticatorData = decode(response.authenticatorData)
    if ('signature' in response)
      return own(Object.create(AuthenticatorAssertionResponse.prototype), {
        clientDataJSON,
        authenticatorData,
        signature: decode(response.signature),
        userHandle: response.userHandle ? decode(response.userHandle) : null,
      })
    const { attestationObject, publicKey, publicKeyAlgorithm, transports } = response
    return own(Object.create(AuthenticatorAttestationResponse.prototype), {
      clientDataJSON,
      attestationObject: decode(attestationObject),
      getTransports: () => transports,
      getAuthenticatorData: () => authenticatorData,
      getPublicKey: () => decode(publicKey),
      getPublicKeyAlgorithm: () => publicKeyAlgorithm,
    })
  }

  /** Looks like a `PublicKeyCredential`, `toJSON` and all. */
  const credentialOf = (json: KeyAnswer) =>
    own(Object.create(PublicKeyCredential.prototype), {
      ...json,
      rawId: decode(json.rawId),
      response: responseOf(json),
      getClientExtensionResults: () => ({}),
      toJSON: () => json,
    })

  const answer = async (asked: Asked) => {
    const given = await ask(asked)
    if (!given) throw new Error('There is no key to ask.')
    return credentialOf(given)
  }
  const named = (credentials: PublicKeyCredentialDescriptor[] = []) =>
    credentials.map(({ id, type }) => ({ id: encode(id), type }))
  Object.assign(navigator.credentials, {
    create: ({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) => {
      const { challenge, rp, user, pubKeyCredParams, excludeCredentials } = publicKey
      const options = {
        challenge: encode(challenge),
        rp,
        user: { ...user, id: encode(user.id) },
        pubKeyCredParams,
        excludeCredentials: named(excludeCredentials),
      }
      return answer({ kind: 'create', options, origin: location.origin })
    },
    get: ({ publicKey }: { publicKey: PublicKeyCredentialRequestOptions }) => {
      const { challenge, rpId, allowCredentials } = publicKey
      const options = {
        challenge: encode(challenge),
        ...(rpId && { rpId }),
        allowCredentials: named(allowCredentials),
      }
      return answer({ kind: 'get', options, origin: location.origin })
    },
  })
}
