import { isIn } from '../../session/signed-in.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, toCode } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'

export type HeldCode = Awaited<ReturnType<typeof heldCode>>

/** Someone at the form for the code, whose request is held back: it can be sent with any code, or without one. */
export async function heldCode(person: Person) {
  await toCode(person)
  const wrong = await person.session.app.wrong()
  const sent = await person.interceptRequest(() => enterCode(person, 'wrong'))
  const jar = await Jar.of(person)
  return {
    jar,
    sent,
    /** @param forge what else is changed in the request */
    send: (code: string | undefined, forge = (fresh: Sent): Sent => fresh) =>
      jar.sendFresh(sent, (fresh) => forge(withValue(fresh, wrong, code))),
  }
}

/** Whether the code of now, sent in the same way, opens a session. */
export async function opensNow({ jar, send }: HeldCode, person: Person): Promise<boolean> {
  await send(await person.session.app.right())
  return isIn(await jar.signedIn())
}
