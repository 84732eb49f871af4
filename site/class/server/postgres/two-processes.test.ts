import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeSchema, testDatabase } from '../../../tenant/testing/open-test-store.ts'
import { until } from '../../../tenant/testing/until.ts'
import type { BoardMessage, PersonView } from '../../model/views.ts'
import { startClasses } from '../../testing/class-client.ts'
import { move, placeAt } from '../../testing/moves.ts'

let schema: Awaited<ReturnType<typeof makeSchema>>
beforeAll(async () => {
  schema = await makeSchema(testDatabase ?? '')
})
afterAll(() => schema.drop())

/** Two that serve the same classes, as two processes do. */
async function startTwo() {
  const two = [
    await startClasses({ databaseUrl: schema.url }),
    await startClasses({ databaseUrl: schema.url }),
  ] as const
  onTestFinished(async () => void (await Promise.all(two.map(({ close }) => close()))))
  return two
}

type Classes = Awaited<ReturnType<typeof startClasses>>

/** Asks for a person as the trainer does, until `is` is true of the answer. */
const known = ({ json }: Classes, at: string, who: string, key: string, is: (text: string) => boolean) =>
  until('the other one knows', async () => {
    const { body } = await json('GET', `${at}/people/${who}`, key)
    return is(JSON.stringify(body)) || undefined
  })

describe('two processes that serve the same classes', () => {
  it('tell each other what happens, on the board and to people', async () => {
    const [one, other] = await startTwo()
    const { at, keys, join, me, act } = await one.create()
    const ada = await join('Ada')
    const board = await other.open<BoardMessage>(at, keys.trainer)
    expect((await board.next())?.data.rows).toMatchObject([{ name: 'Ada', done: [] }])
    const stream = await other.open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me.place).toEqual(placeAt(0))
    await me(ada.key, move(2))
    expect((await stream.next())?.data.me.place).toEqual(placeAt(2))
    await act({ act: 'hold', on: true })
    expect((await stream.next())?.data.held).toBe(true)
    await stream.close()
    await board.close()
  })

  it('lose nothing when both write at once, and agree on the order', async () => {
    const [one, other] = await startTwo()
    const { at, keys, join, me } = await one.create()
    const people = await Promise.all(Array.from({ length: 10 }, (_, n) => join(`Person ${n}`)))
    const last = people.at(-1)
    await known(other, at, last?.body.id, keys.trainer, (text) => text.includes('Person 9'))
    for (let n = 1; n <= 3; n += 1)
      await Promise.all(
        people.map(async ({ key }, i) => {
          const { status } = await (i % 2 === 0
            ? me(key, move(n))
            : other.json('POST', `${at}/me`, key, move(n)))
          expect(status).toBe(200)
        }),
      )
    for (const { body } of people) {
      const isThere = (text: string) => text.includes(`"at":3`)
      await known(one, at, body.id, keys.trainer, isThere)
      await known(other, at, body.id, keys.trainer, isThere)
    }
    const after = await startClasses({ databaseUrl: schema.url })
    for (const { body } of people)
      await known(after, at, body.id, keys.trainer, (text) => text.includes(`"at":3`))
    await after.close()
  })

  it('show who is connected to the other one, and no longer who has left it', async () => {
    const [one, other] = await startTwo()
    const { at, keys, join } = await one.create()
    const ada = await join('Ada')
    const board = await other.open<BoardMessage>(at, keys.trainer)
    expect((await board.next())?.data.rows).toMatchObject([{ online: false }])
    const stream = await one.open<PersonView>(at, ada.key)
    await stream.next()
    expect((await board.next())?.data.rows).toMatchObject([{ online: true }])
    await stream.close()
    expect((await board.next())?.data.rows).toMatchObject([{ online: false }])
    await board.close()
  })

  it('a move that was made before the trainer moved the person at the other one changes nothing', async () => {
    const [one, other] = await startTwo()
    const { at, keys, act, join } = await one.create()
    const ada = await join('Ada')
    await known(other, at, ada.body.id, keys.trainer, (text) => text.includes('Ada'))
    const brought = act({
      act: 'start-over',
      flow: placeAt(0).flow,
      given: placeAt(0).given,
      who: ada.body.id,
    })
    await Promise.all([brought, other.json('POST', `${at}/me`, ada.key, move(3, 0))])
    const { body } = await one.json('POST', `${at}/me`, ada.key, move(1, 1))
    expect(body).toHaveProperty('n')
    await known(other, at, ada.body.id, keys.trainer, (text) => text.includes('"at":1'))
    await known(one, at, ada.body.id, keys.trainer, (text) => text.includes('"at":1'))
  })

  it('delete a person and a class at both', async () => {
    const [one, other] = await startTwo()
    const { at, keys, join } = await one.create()
    const [ada, bob] = [await join('Ada'), await join('Bob')]
    await known(other, at, bob.body.id, keys.trainer, (text) => text.includes('Bob'))
    expect((await one.json('DELETE', `${at}/people/${ada.body.id}`, keys.trainer)).status).toBe(204)
    await until('the person is gone', async () => {
      const { status } = await other.json('GET', `${at}/people/${ada.body.id}`, keys.trainer)
      return status === 404 || undefined
    })
    const stream = await other.open<PersonView>(at, bob.key)
    await stream.next()
    expect((await one.json('DELETE', at, keys.trainer)).status).toBe(204)
    expect((await stream.next())?.data.state).toBe('ended')
    await until('the class is gone', async () => (await other.json('GET', at)).status === 404 || undefined)
  })
})
