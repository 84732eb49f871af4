import { Jar } from './jar.ts'
import type { Person } from './person.ts'
import type { Sent } from './sent.ts'
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

/**
 * The same, with every request made ready before the first one is sent.
 * @param typed what the request holds where a guess belongs; `undefined`: each sends what was typed
 * @param guessers each in a session of their own: a server may answer the requests of one session one after the other, whatever it counts
 * @param send sends them at once, or one after the other
 */
export async function guessTogether(
  guessers: readonly Person[],
  times: number,
  guess: (guesser: Person) => Promise<void>,
  typed: string | undefined,
  send: 'at-once' | 'in-series',
) {
  const held: Sent[] = []
  for (const guesser of guessers) held.push(await guesser.interceptRequest(() => guess(guesser)))
  const ready: { jar: Jar; fresh: Sent }[] = []
  // Turn by turn: those of one session in a row would keep a server busy that locks it.
  for (let round = 0; ready.length < times; round++)
    for (const [at, guesser] of guessers.entries()) {
      const sent = held[at]
      if (!sent || ready.length === times) break
      const jar = await Jar.of(guesser)
      const fresh = await jar.fresh(sent)
      ready.push({
        jar,
        fresh: typed === undefined ? fresh : withValue(fresh, typed, `${typed} ${round} ${at}`),
      })
    }
  if (send === 'at-once') await Promise.all(ready.map(({ jar, fresh }) => jar.send(fresh)))
  else for (const { jar, fresh } of ready) await jar.send(fresh)
  await Promise.all(ready.map(({ jar }) => jar.close()))
}
