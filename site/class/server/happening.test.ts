import { describe, expect, test } from 'vitest'
import { type Happened, happeningWords } from '../../simulator/happening.ts'
import type { PersonView } from '../model/views.ts'
import { settings } from '../testing/class-client.ts'
import { move, placeAt } from '../testing/moves.ts'
import { start } from '../testing/start.ts'

const twoDays = { what: 'clock', seconds: 2 * 24 * 60 * 60 } as const
const fault = { what: 'fault', fault: 'wrong-audience' } as const

async function liveClass(mode = 'live') {
  const { create, open } = await start()
  const made = await create({ mode })
  const [ada, bob] = [await made.join('Ada'), await made.join('Bob')]
  const happened = async ({ key }: { key: string }): Promise<readonly Happened[]> => {
    const stream = await open<PersonView>(made.at, key)
    const view = await stream.next()
    await stream.close()
    return view?.data.me.happened ?? []
  }
  return { ...made, ada, bob, happened }
}

describe('what a trainer lets happen to live sandboxes', () => {
  test('reaches one person, or everyone, in order and numbered', async () => {
    const { act, ada, bob, happened } = await liveClass()
    expect((await act({ act: 'happen', is: fault })).body.concerned).toBe(2)
    await act({ act: 'happen', is: twoDays, who: ada.body.id })
    expect(await happened(ada)).toEqual([
      { n: 1, is: fault },
      { n: 2, is: twoDays },
    ])
    expect(await happened(bob)).toEqual([{ n: 1, is: fault }])
  })

  test('stays through every step, and a fault through starting over by oneself', async () => {
    const { act, me, ada, happened } = await liveClass()
    await act({ act: 'happen', is: fault })
    await act({ act: 'happen', is: twoDays })
    await me(ada.key, move(2))
    await me(ada.key, { ...move(2), place: { ...placeAt(2), at: 1 } })
    expect(await happened(ada)).toHaveLength(2)
    await me(ada.key, move(0))
    expect(await happened(ada)).toEqual([{ n: 1, is: fault }])
    await act({ act: 'happen', is: twoDays })
    expect((await happened(ada)).at(-1)?.n).toBe(3)
  })

  test('is over when the trainer begins something else', async () => {
    const { act, me, ada, happened } = await liveClass()
    await act({ act: 'happen', is: fault })
    await me(ada.key, move(1))
    await act({ act: 'start-over', flow: settings.flow, given: settings.given })
    expect(await happened(ada)).toEqual([])
  })

  test('needs a live class, people, the trainer’s key, and a time within reason', async () => {
    const model = await liveClass('model')
    expect((await model.act({ act: 'happen', is: twoDays })).body.error.code).toBe('not-live')
    const { act, keys, ada, me } = await liveClass()
    expect((await act({ act: 'happen', is: { what: 'clock', seconds: -5 } })).status).toBe(400)
    expect((await act({ act: 'happen', is: twoDays }, ada.key)).status).toBe(403)
    expect((await act({ act: 'happen', is: twoDays }, keys.remote)).status).toBe(403)
    expect((await me(ada.key, { act: 'happen', is: twoDays })).status).toBe(400)
  })

  test('is said in words that do not give a fault away', () => {
    expect(happeningWords(twoDays)).toBe('2 days have passed.')
    expect(happeningWords({ what: 'clock', seconds: 60 * 60 })).toBe('1 hour has passed.')
    expect(happeningWords(fault)).not.toContain('audience')
  })
})
