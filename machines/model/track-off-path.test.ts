import { describe, expect, test } from 'vitest'
import {
  again,
  code,
  enter,
  entering,
  follow,
  mailed,
  name,
  password,
  renewing,
  send,
  set,
  shows,
  toCode,
  toFront,
  toPassword,
  tracking,
  where,
} from './testing/library-walks.ts'
import { isAway, observe, stepsDone } from './track.ts'

describe('off the path', () => {
  const lost = entering(...toPassword, shows(send('password', 'Lost it?'), 'lost'))

  test('another flow that has the screen is followed', () => {
    expect([where(lost), lost.fit, isAway(lost)]).toEqual(['renew: lost', 'left', true])
    expect(lost.own.walk).toEqual(['open-link', 'enter', 'name'])
    const renewed = [mailed, follow('renew it', 'renewal'), set('strong', 'renewed')].reduce(observe, lost)
    expect([where(renewed), renewed.fit]).toEqual(['renew: renewed', 'followed'])
  })

  test('what is typed as the model has it is followed again; on a page that no flow has it is no step', () => {
    const typed = {
      did: { what: 'type' as const, screen: 'renewal', fields: { 'New password': ['strong'] as const } },
    }
    const elsewhere = entering({ shown: { screen: 'renewal', message: 'Wrong password' } })
    const known = observe(elsewhere, typed)
    expect([elsewhere.fit, known.fit, stepsDone(known)]).toEqual(['left', 'followed', ['renew.3']])
    const unknown = observe(elsewhere, { shown: { screen: 'opening-hours' } })
    const nothing = observe(unknown, typed)
    expect([nothing.fit, stepsDone(nothing)]).toEqual(['unknown', stepsDone(unknown)])
  })

  test('the own flow takes over where it has the screen', () => {
    const back = observe(lost, { shown: { screen: 'front' } })
    expect([where(back), back.fit]).toEqual(['enter: front', 'returned'])
    expect(observe(back, enter).fit).toBe('followed')
  })

  test('a screen of the flow that no transition leads to is gone on from', () => {
    const back = entering(...toPassword, { shown: { screen: 'name' } })
    expect([where(back), back.fit, back.own.walk]).toEqual(['enter: name', 'left', ['open-link', 'enter']])
    expect([entering(...toPassword).own.assumed, back.own.assumed, observe(back, name).own.assumed]).toEqual([
      0, 2, 2,
    ])
  })

  test('a page that is shown again was seen as far as the way to it was', () => {
    const again = (events: string[]) => ({ again: { walk: events }, shown: { screen: 'name' } })
    const all = ['open-link', 'enter']
    const onPath = observe(entering(...toPassword), again(all))
    expect([where(onPath), onPath.own.assumed]).toEqual(['enter: name', 0])
    const off = entering(...toPassword, { shown: { screen: 'name' } }, name)
    expect(observe(off, again(all)).own.assumed).toBe(2)
  })

  test('a page that is shown again is on the path where its walk has one event too many', () => {
    const left = entering(...toPassword, { shown: { screen: 'name' } })
    const again = observe(left, {
      again: { walk: ['open-link', 'enter', 'name'] },
      shown: { screen: 'name' },
    })
    expect([left.fit, again.fit, again.own.walk]).toEqual(['left', 'followed', ['open-link', 'enter']])
  })

  test('what the machine remembers stays', () => {
    const left = shows(send('desk', 'Leave'), 'front')
    const found = entering(...toCode, code('right', 'desk'), left, enter, name, {
      shown: { screen: 'front' },
    })
    const later = [enter, name, password('right', 'code')].reduce(observe, found)
    expect([where(later), later.fit]).toEqual(['enter: code', 'followed'])
  })

  test('an unknown screen is said to be one until a known one is shown', () => {
    const strange = entering(...toPassword, shows(send('password', 'Opening hours'), 'opening-hours'))
    expect([strange.fit, strange.shown, where(strange)]).toEqual([
      'unknown',
      'opening-hours',
      'enter: password',
    ])
    const more = observe(strange, shows(send('opening-hours', 'Map'), 'map'))
    expect(more.fit).toBe('unknown')
    const back = observe(more, shows(send('map', 'Back'), 'password'))
    expect([where(back), back.fit]).toEqual(['enter: password', 'returned'])
    expect(observe(back, password('right', 'factor')).fit).toBe('followed')
  })

  test('what is done on a page that was gone back to is followed from there', () => {
    const again = entering(...toPassword, name)
    expect([where(again), again.fit, stepsDone(again)]).toEqual([
      'enter: password',
      'followed',
      ['enter.1', 'enter.2', 'enter.3'],
    ])
  })

  test('a link that another page has, too, is the same link; a form is not', () => {
    const astray = entering(toFront, shows(send('front', 'Hours'), 'opening-hours'))
    const linked = observe(astray, shows(send('opening-hours', 'Enter'), 'name'))
    expect([where(linked), linked.fit, stepsDone(linked)]).toEqual([
      'enter: name',
      'returned',
      ['enter.1', 'enter.2'],
    ])
    const lost = observe(linked, shows(send('name', 'Hours'), 'opening-hours'))
    const sent = observe(lost, shows(send('opening-hours', 'Go on', { Name: ['registered'] }), 'password'))
    expect([where(sent), sent.fit, stepsDone(sent)]).toEqual([
      'enter: password',
      'returned',
      ['enter.1', 'enter.2'],
    ])
  })

  test('what the flow does not know, and what changes nothing, is said', () => {
    const found = entering(toFront, shows(send('front', 'Change language'), 'front'))
    expect([where(found), found.fit]).toEqual(['enter: front', 'unmodelled'])
    expect(stepsDone(found)).toEqual(['enter.1'])
  })

  test('a link of a mail can be followed from anywhere', () => {
    const dead = renewing(mailed, again, follow('renew it', 'dead', ['older']))
    expect([where(dead), dead.fit]).toEqual(['renew: dead', 'followed'])
    const renewed = [follow('renew it', 'renewal'), set('strong', 'renewed')].reduce(observe, dead)
    expect([where(renewed), renewed.fit]).toEqual(['renew: renewed', 'followed'])
    expect(stepsDone(renewed)).toHaveLength(5)
  })

  test('an address that leads to the current screen changes nothing', () => {
    const visited = entering(toFront, shows({ what: 'visit', address: 'front' }, 'front'))
    expect([where(visited), visited.fit]).toEqual(['enter: front', 'followed'])
  })
})

describe('others', () => {
  test('what they do is not the holder’s', () => {
    const found = entering(toFront, { by: 'guest', ...enter })
    expect([where(found), found.shown]).toEqual(['enter: front', 'front'])
  })

  test('a journey continues when a procedure has ended', () => {
    const entered = tracking('trip', 'fresh', ...toCode, code('right', 'desk'))
    expect(where(entered)).toBe('trip: entered')
    const mistaken = observe(entered, set('strong', 'renewed'))
    expect(where(mistaken)).toBe('trip: entered')
    expect(where(observe(entered, { by: 'guest', ...set('strong', 'renewed') }))).toBe('trip: renewed')
  })
})
