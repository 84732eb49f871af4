import { describe, expect, test } from 'vitest'
import type { Added, FrameEntry } from './frame-entry.ts'
import { extended, isOld, placeInState, startOfOld, startOfState, stillThere } from './row.ts'

const NOW = 2
const own = (key: string): FrameEntry => ({ key, url: `/${key}`, address: `#${key}` })
const ofFrame = (key: string, frame = NOW): FrameEntry => ({ ...own(key), frame })
const row = (frames: FrameEntry[], shown = frames.length - 1, first = 0): Added => ({
  ...{ row: 'row', sandbox: 'sandbox' },
  ...{ frames, shown, first },
})
const keys = ({ frames }: Added) => frames.map(({ key }) => key)

describe('entries of a frame that is no more', () => {
  test('are old as long as the frame was another one', () => {
    expect(isOld(row([own('a'), ofFrame('b', 1)]), NOW)).toBe(true)
    expect(isOld(row([own('a'), ofFrame('b')]), NOW)).toBe(false)
  })

  test('begin with the entry of this page that they share their state with', () => {
    expect(startOfOld(row([own('a'), own('b'), ofFrame('c', 1), own('d')]), NOW)).toBe(1)
  })

  test('are never old where this page added them', () => {
    expect(isOld(row([own('a'), own('b')]), NOW)).toBe(false)
  })
})

describe('another entry', () => {
  test('comes behind the one that was shown, and ends what was ahead', () => {
    const longer = extended(row([own('a'), own('b'), own('c')], 1, 4), own('d'), 7)
    expect(keys(longer)).toEqual(['a', 'b', 'd'])
    expect(longer).toMatchObject({ shown: 2, first: 4 })
  })

  test('tells where the first is, also when the browser has dropped older ones', () => {
    expect(extended(row([own('a')], 0, 49), own('b'), 50).first).toBe(48)
  })
})

describe('entries that share their state with the one that is shown', () => {
  const walked = row([own('a'), ofFrame('b'), own('b'), own('b'), ofFrame('c'), own('c')], 4)

  test('are found by the page that the frame shows', () => {
    expect(placeInState(walked, 'b')).toBe(3)
    expect(placeInState(walked, 'c')).toBe(4)
    expect(placeInState({ ...walked, shown: 0 }, 'b')).toBe(1)
  })

  test('are not those of another state', () => {
    expect(placeInState(walked, 'a')).toBe(-1)
    expect(placeInState({ ...walked, shown: 1 }, 'c')).toBe(-1)
  })

  test('begin with one that this page has added', () => {
    expect(startOfState(walked)).toBe(3)
    expect(startOfState({ ...walked, shown: 1 })).toBe(0)
  })
})

describe('what the browser has dropped', () => {
  const many = Array.from({ length: 60 }, (_, at) => own(`${at}`))

  test('is nothing as long as there is room', () => {
    const short = row([own('a'), own('b')], 1, 3)
    expect(stillThere(short)).toEqual(short)
  })

  test('are the oldest, and one more for the entry that comes', () => {
    const left = stillThere(row(many, 59, -10))
    expect(keys(left)[0]).toBe('11')
    expect(left).toMatchObject({ shown: 48, first: 0 })
  })

  test('moves those that are left', () => {
    expect(stillThere(row([own('a'), own('b')], 1, 48))).toMatchObject({ shown: 1, first: 47 })
  })

  test('is none more where one is dropped that is ahead', () => {
    const left = stillThere(row(many, 30, -10))
    expect(keys(left)[0]).toBe('10')
    expect(left).toMatchObject({ shown: 20, first: 0 })
  })
})
