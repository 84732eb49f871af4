import { Jar } from './jar.ts'
import type { Person } from './person.ts'
import { withValue } from './sent.ts'

/**
 * Tries something wrong that many times: once in the browser, and then the same request again and again. The last one is
 * typed too, so that the page shows what a person would see.
 * @param typed what stands in the request where a guess belongs; a wrong code must be told, for it is made up at the time
 */
export async function guessInVain(person: Person, times: number, guess: () => Promise<void>, typed?: string) {
  const sent = await person.sends(guess)
  const jar = await Jar.of(person)
  for (let time = 2; time <= times; time++)
    await jar.send(typed === undefined ? sent : withValue(sent, typed, `${typed} ${time}`))
  await jar.close()
}
