import { randomBytes } from 'node:crypto'
import { packs } from '@doorstep/machines'
import { messages } from '../../class/bench/person.ts'
import { type ClassPlace, samePlace } from '../../class/model/place.ts'
import { placeIn, scriptOf } from '../../class/model/script.ts'
import type { BoardMessage } from '../../class/model/views.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { type Found, nothingFound, type Suspect, untilItFails } from './suspect.ts'

const [pack] = packs
const flow = pack?.flows[0]
if (!pack || !flow) throw new Error('There is no flow to walk.')
const given = Object.keys(flow.givens)[0] ?? ''
const script = scriptOf(flow, given)

const makeKey = () => randomBytes(32).toString('base64url')

/** Somebody who joins a class and walks in it: the place that was acknowledged last, or the next one, is where they are. */
export class Learning implements Suspect {
  readonly #at: Addresses
  readonly #device = makeKey()
  #key = makeKey()
  #class: { code: string; trainer: string } | undefined
  #person: string | undefined
  #step = 0
  #place: ClassPlace | undefined

  constructor(at: Addresses) {
    this.#at = at
  }

  async #ask(method: string, path: string, key?: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#at.site}/class-api/classes${path}`, {
      method,
      headers: { ...(key && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} ${text}`)
    return JSON.parse(text)
  }

  act(): Promise<void> {
    return untilItFails(async () => {
      if (!this.#class) {
        const settings = { title: 'Kill', pack: pack?.id, flow: flow?.id, given }
        const made = (await this.#ask('POST', '', undefined, settings)) as {
          code: string
          keys: { trainer: string }
        }
        this.#class = { code: made.code, trainer: made.keys.trainer }
      }
      const { code } = this.#class
      if (this.#person === undefined) {
        const who = { key: this.#key, device: this.#device }
        const { id } = (await this.#ask('POST', `/${code}/join`, undefined, who)) as { id: string }
        this.#person = id
      }
      const place = placeIn(script, (this.#step + 1) % script.steps.length)
      await this.#ask('POST', `/${code}/me`, this.#key, { act: 'move', place, moved: 0 })
      this.#place = place
      this.#step += 1
      // As fast as the class allows.
      await new Promise((resolve) => setTimeout(resolve, 120))
    })
  }

  async look(): Promise<Found> {
    const found = nothingFound()
    if (!this.#class) return found
    const people = await this.#people().catch(() => undefined)
    found.acknowledged = 1 + (this.#person === undefined ? 0 : 1) + this.#step
    if (!people) found.lost.push('a class')
    else if (this.#person === undefined) {
      // A join that was on its way may be done; with the same device it is the same person.
      if (people.length > 1) found.double.push('a participant')
    } else if (!people.includes(this.#person)) found.lost.push('a participant')
    else if (people.length > 1) found.double.push('a participant')
    else await this.#lookForPlace(found)
    return found
  }

  /** Everybody in the class, as its board has them. */
  async #people(): Promise<string[]> {
    const { code, trainer } = this.#class ?? { code: '', trainer: '' }
    const asking = new AbortController()
    const at = `${this.#at.site}/class-api/classes/${code}`
    for await (const { rows } of messages<BoardMessage>(at, trainer, asking.signal)) {
      asking.abort()
      return rows.map(({ id }) => id)
    }
    throw new Error('There is no class.')
  }

  async #lookForPlace(found: Found): Promise<void> {
    const { code, trainer } = this.#class ?? { code: '', trainer: '' }
    const { place } = (await this.#ask('GET', `/${code}/people/${this.#person}`, trainer)) as {
      place: ClassPlace
    }
    const next = placeIn(script, (this.#step + 1) % script.steps.length)
    const isThere = this.#place === undefined || samePlace(place, this.#place)
    if (!isThere && !samePlace(place, next)) found.lost.push(`a step in a class, at ${place.at}`)
  }
}
