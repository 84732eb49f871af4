import { Jar } from './jar.ts'
import type { Person } from './person.ts'
import { withValue } from './with-value.ts'

/**
 * Tries something wrong that many times: once in the browser, and then the same request again and again.
 * @param typed what the request holds where a guess belongs
 */
export async function guessInVain(person: Person, times: number, guess: () => Promise<void>, typed?: string) {
  const sent = await person.requestOf(guess)
  const jar = await Jar.of(person)
  for (let time = 2; time <= times; time++)
    await jar.sendFresh(sent, (fresh) =>
      typed === undefined ? fresh : withValue(fresh, typed, `${typed} ${time}`),
    )
  await jar.close()
}
