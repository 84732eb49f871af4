import type { CDPSession, Page } from '@playwright/test'
import { coseNumbers } from '../../machines/devices/key-algorithms.ts'
import type { KeyCredential } from '../../machines/devices/security-key.ts'
import { KeyQuestions } from './key-questions.ts'

/** A USB key that a patient person touches at once; Chromium's own virtual authenticator. */
export class SecurityKey {
  readonly #page: Page
  #plugged: Promise<{ session: CDPSession; authenticatorId: string }> | undefined

  #questions: KeyQuestions | undefined

  constructor(page: Page) {
    this.#page = page
  }

  /** The pages of the target ask for the key by themselves: from now on that waits for {@link whileTouching} or {@link whileCancelling}. */
  async holdQuestions(): Promise<void> {
    this.#questions = await KeyQuestions.of(this.#page)
  }

  /** What is asked next is not answered yet. */
  rest(): void {
    this.#questions?.wait()
  }

  /** Plugs the key in, with the credential that it is registered by, if it is. */
  async plugIn(credential?: KeyCredential): Promise<void> {
    this.#plugged ??= this.#connect(credential)
    await this.#plugged
  }

  /**
   * What the key that is plugged in was registered by last.
   * @throws when no deployment has registered it
   */
  async credential(): Promise<KeyCredential> {
    const { session, authenticatorId } = (await this.#plugged) ?? {}
    const kept =
      session && (await session.send('WebAuthn.getCredentials', { authenticatorId: authenticatorId ?? '' }))
    const credential = kept?.credentials.at(-1)
    if (!credential) throw new Error('The security key was not registered: it was not touched.')
    const { credentialId, privateKey, rpId = '', userHandle, signCount } = credential
    return { credentialId, privateKey, rpId, signCount, ...(userHandle && { userHandle }) }
  }

  /** While `action` is done, the person touches the key whenever the browser asks. */
  async whileTouching(action: () => Promise<void>, credential?: KeyCredential): Promise<void> {
    await this.plugIn(credential)
    this.#questions?.answer('touch')
    await action()
  }

  /** While `action` is done, the person cancels whatever the browser asks about a key. */
  async whileCancelling(action: () => Promise<void>): Promise<void> {
    if (this.#questions) {
      this.#questions.answer('cancel')
      return action()
    }
    await this.#page.evaluate(() => {
      const cancel = () => Promise.reject(new DOMException('The person cancelled.', 'NotAllowedError'))
      Object.assign(navigator.credentials, { create: cancel, get: cancel })
    })
    try {
      await action()
    } finally {
      // The methods are the prototype's: without own ones in front of them they are back. A page that has been left
      // meanwhile took them along.
      await this.#page
        .evaluate(() => {
          for (const method of ['create', 'get']) Reflect.deleteProperty(navigator.credentials, method)
        })
        .catch(() => undefined)
    }
  }

  async #connect(credential?: KeyCredential) {
    const signsWith = Object.values(coseNumbers)
    await this.#page.addInitScript(offerAmong, signsWith)
    await this.#page.evaluate(offerAmong, signsWith)
    const session = await this.#page.context().newCDPSession(this.#page)
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'usb',
        hasResidentKey: false,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    if (credential)
      await session.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: { ...credential, isResidentCredential: false },
      })
    return { session, authenticatorId }
  }
}

/**
 * Chromium's authenticator has newer algorithms than those that can be signed with here, as most keys in people's pockets do not: of
 * what a page offers, it sees the others. It runs in the page, so it uses nothing from outside.
 */
function offerAmong(algorithms: readonly number[]) {
  // Without a secure context there are no keys.
  if (typeof CredentialsContainer === 'undefined') return
  const { create } = CredentialsContainer.prototype
  CredentialsContainer.prototype.create = function (options) {
    const { publicKey } = options ?? {}
    const pubKeyCredParams = publicKey?.pubKeyCredParams.filter(({ alg }) => algorithms.includes(alg)) ?? []
    const offered = publicKey &&
      pubKeyCredParams.length > 0 && { publicKey: { ...publicKey, pubKeyCredParams } }
    return create.call(this, { ...options, ...offered })
  }
}
