import { expect, test } from 'vitest'
import { code, enter, name, password, send, shows, toFront, tracking } from './testing/library-walks.ts'
import { placeOf, stepsDone } from './track.ts'
import { trackWithin } from './track-legs.ts'

const trip = (...observations: Parameters<typeof tracking>[2][]) => tracking('trip', 'fresh', ...observations)
const inside = (...observations: Parameters<typeof tracking>[2][]) => {
  const track = trackWithin(trip(...observations))
  return track && `${track.flow.id}: ${placeOf(track, track.own).moment.state}`
}

test('a journey knows where one is in the procedure that is walked', () => {
  expect(inside()).toBeUndefined()
  expect(inside(toFront)).toBe('enter: front')
  expect(inside(toFront, enter, name)).toBe('enter: password')
  const within = trackWithin(trip(toFront, enter, name))
  expect(within && stepsDone(within)).toEqual(['enter.1', 'enter.2', 'enter.3'])
})

test('it says of a page that the procedure does not have that this is none of its pages', () => {
  const strange = { did: send('name', 'Elsewhere'), shown: { screen: 'attic' } }
  expect(trackWithin(trip(toFront, enter, strange))?.fit).toBe('unknown')
})

test('once the procedure has come to its end, the journey goes on with others', () => {
  const app = shows(send('factor', 'App'), 'code')
  const all = [toFront, enter, name, password('right', 'factor'), app, code('right', 'desk')]
  expect(trip(...all).own.walk).toEqual(['enter'])
  expect(inside(...all)).toBeUndefined()
})

test('what is done later in the procedure that it went on from still counts there', () => {
  const behind = (...observations: Parameters<typeof trip>) => trip(...observations).behind?.track
  const toDesk = [toFront, enter, name, password('right', 'desk')]
  expect(behind(toFront, enter)).toBeUndefined()
  const early = behind(...toDesk)
  expect(early?.flow.id).toBe('enter')
  expect(early && stepsDone(early)).not.toContain('enter.5')
  const later = behind(
    ...toDesk,
    { shown: { screen: 'factor' } },
    shows(send('factor', 'App'), 'code'),
    code('right', 'desk'),
  )
  expect(later && stepsDone(later)).toContain('enter.5')
})

test('a page that is shown again is one of the procedure, not a moment of the journey', () => {
  expect(inside(toFront, enter, name, { again: { walk: [] }, shown: { screen: 'name' } })).toBe('enter: name')
})
