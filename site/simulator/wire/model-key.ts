import { toBase64url, utf8 } from '../../../machines/devices/bytes.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Message } from '../../wire/message.ts'
import { messageOf } from '../../wire/of-exchange.ts'
import type { Happened } from '../model/happened.ts'
import { aroundKey } from './key-messages.ts'
import { example, pageOf } from './model-exchange.ts'
import { makesKey, shownAfter, urlOf } from './model-walk.ts'

interface At {
  id: string
  time: number
  email: string
}

/** ES256, EdDSA, RS256 (RFC 9053 section 2). */
const algorithms = [-7, -8, -257].map((alg) => ({ type: 'public-key' as const, alg }))

const cancelled = (id: string): Message => ({
  id: `${id}-cancelled`,
  from: 'authenticator',
  to: 'browser',
  title: 'Cancelled',
  says: 'The person does not touch the key. The browser reports that there is no answer, but not why.',
  why: 'Otherwise a page could find out which keys a person has.',
  clauses: ['registration'],
  tone: 'bad',
})

/** The security key of the model: it signs for real. */
export class ModelKey {
  readonly #key = new SecurityKey()
  #hasKey = false

  /** The ceremony of an event: the challenge, the touch, and the answer. */
  async messages(pack: Pack, one: Happened, { id, time, email }: At): Promise<Message[]> {
    const url = urlOf(pack, one.before.screen)
    const { hostname: rpId, origin } = new URL(url)
    const isNew = makesKey(one.flow, one.before)
    const asked = { by: 'browser', at: 'product', time, method: 'POST' } as const
    const challenge = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
    const answer = { status: 200, html: pageOf(shownAfter(pack, one).heading) }
    const isTouched = one.spec.key === 'touch'
    const make = async () => {
      if (isNew) {
        const user = { id: toBase64url(utf8(email)), name: email, displayName: email }
        const options = {
          challenge,
          rp: { id: rpId, name: pack.product },
          user,
          pubKeyCredParams: algorithms,
        }
        this.#hasKey ||= isTouched
        return { options, credential: isTouched ? await this.#key.register(options, origin) : undefined }
      }
      // It was registered before the walk began.
      if (!this.#hasKey) await this.#key.enrolled(rpId)
      this.#hasKey = true
      const { credentials } = this.#key.toJSON()
      const allowCredentials = credentials.map(({ credentialId }) => ({
        type: 'public-key' as const,
        id: credentialId,
      }))
      const options = { challenge, rpId, allowCredentials }
      return { options, credential: isTouched ? await this.#key.authenticate(options, origin) : undefined }
    }
    const { options, credential } = await make()
    const offer = aroundKey(
      messageOf(`${id}-options`, example({ ...asked, url: `${url}/options` }, { json: options })),
    )
    if (!credential) return [...offer, cancelled(id)]
    return [
      ...offer,
      ...aroundKey(messageOf(`${id}-answer`, example({ ...asked, url, json: credential }, answer))),
    ]
  }
}
