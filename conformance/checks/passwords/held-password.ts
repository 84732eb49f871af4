import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import { atNewPassword, kindHere, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'

/** Someone at the form for a new password, who has typed a good one. */
export interface HeldPassword {
  person: Person
  password: string
  sent: Sent
  /** Sends the form past the page, changed or as it is: a rule that the browser alone keeps is none. */
  send(change?: (fresh: Sent) => Sent): Promise<Answer>
}

/** What the form for a new password sends is held back. */
export async function heldPassword(bench: Bench, kind = kindHere(bench)): Promise<HeldPassword> {
  const person = await atNewPassword(bench, kind)
  const password = goodPassword(bench)
  const sent = await person.interceptRequest(() => setPassword(person, password, kind))
  return {
    person,
    password,
    sent,
    async send(change) {
      const jar = await Jar.of(person)
      const answer = await jar.sendFresh(sent, change)
      await jar.close()
      return answer
    },
  }
}
