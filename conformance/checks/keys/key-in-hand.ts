import type { Page } from '@playwright/test'
import type { Asked, Forgery, KeyAnswer, SoftwareKey } from './software-key.ts'

const BINDING = '__keyInHand'

/**
 * A page whose browser asks this key, whatever `navigator.credentials` is asked for. The page's own script reads the answer
 * and sends it: so a deployment gets it in its own format.
 */
export class KeyInHand {
  /** What was asked for, the oldest first. */
  readonly asked: Asked[] = []
  /** Answered in place of the key's own answers, as it stands. */
  replay: KeyAnswer | undefined
  /** How answers differ from honest ones from now on. */
  forgery: Forgery = {}
  /** Happens between the question and the answer. */
  meanwhile: (() => Promise<void>) | undefined
  last: KeyAnswer | undefined
  /** Why the key could not answer: its own fault, while a page sees a person who cancels. */
  problem: unknown
  /** The key that is asked. */
  key: SoftwareKey

  private constructor(key: SoftwareKey) {
    this.key = key
  }

  static async of({ page }: { page: Page }, key: SoftwareKey): Promise<KeyInHand> {
    const hand = new KeyInHand(key)
    await page.exposeBinding(BINDING, (_source, asked: Asked) => hand.#answer(asked))
    await page.addInitScript(answerByBinding, BINDING)
    return hand
  }

  async #answer(asked: Asked): Promise<KeyAnswer> {
    this.asked.push(asked)
    await this.meanwhile?.()
    try {
      this.last = this.replay ?? this.key.answer(asked, this.forgery)
      return this.last
    } catch (error) {
      this.problem = error
      throw error
    }
  }
}

/** Runs in the page, before any script of its own. */
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
  const ask = (asked: object) =>
    (window as unknown as Record<string, (asked: object) => Promise<Record<string, string>>>)[binding]?.(
      asked,
    )

  /** Overrides like a `PublicKeyCredential`, `toJSON` and all. */
  const credentialOf = (kind: 'create' | 'get', { id = '', ...values }: Record<string, string>) => {
    const raw = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decode(value)]))
    const response = Object.create(
      kind === 'create'
        ? AuthenticatorAttestationResponse.prototype
        : AuthenticatorAssertionResponse.prototype,
    )
    const own = (target: object, values: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(values))
        Object.defineProperty(target, name, { value, enumerable: true })
      return target
    }
    const methods = {
      getTransports: () => ['usb'],
      getAuthenticatorData: () => raw.authenticatorData,
      getPublicKey: () => null,
      getPublicKeyAlgorithm: () => -7,
    }
    own(response, kind === 'create' ? { ...raw, ...methods } : { userHandle: null, ...raw })
    const json = {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: {},
    }
    return own(Object.create(PublicKeyCredential.prototype), {
      ...json,
      rawId: decode(id),
      response,
      getClientExtensionResults: () => ({}),
      toJSON: () => ({ ...json, response: { ...values, ...(kind === 'create' && { transports: ['usb'] }) } }),
    }) as PublicKeyCredential
  }

  const answer = async (
    kind: 'create' | 'get',
    publicKey: PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions,
  ) => {
    const told = await ask({
      kind,
      challenge: encode(publicKey.challenge),
      rpId: publicKey.rpId ?? publicKey.rp?.id ?? location.hostname,
      origin: location.origin,
      algorithms: (publicKey.pubKeyCredParams ?? []).map(({ alg }) => alg),
    })
    return credentialOf(kind, told ?? {})
  }
  Object.assign(navigator.credentials, {
    create: ({ publicKey }: { publicKey: never }) => answer('create', publicKey),
    get: ({ publicKey }: { publicKey: never }) => answer('get', publicKey),
  })
}
