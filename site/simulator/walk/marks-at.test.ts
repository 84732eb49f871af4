import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { progressOn } from '../../../machines/model/progress.ts'
import { observe, progressSeen, track } from '../../../machines/model/track.ts'
import { walk } from '../../../machines/model/walk.ts'
import { marksAt } from './marks-at.ts'

const addUsers = flowOf(firstLogin, 'add-users')

function marksAfter(...events: string[]) {
  const moments = walk(addUsers, 'administrator', events)
  expect(moments).toHaveLength(events.length + 1)
  return marksAt(addUsers, moments, events.length, progressOn(addUsers, moments))
}

const toForm = ['open-configuration', 'open-users', 'add-users']
const ids = (...numbers: number[]) => numbers.map((n) => `add-users.${n}`)

test('where nothing is numbered, what is done one after the other is marked', () => {
  expect(marksAfter()).toEqual({ due: 'add-users.1', done: [], isNext: true })
  expect(marksAfter(...toForm)).toEqual({ due: 'add-users.4', done: ids(1, 2, 3), isNext: true })
})

test('a refusal is not marked, and another choice that leads on is', () => {
  expect(marksAfter(...toForm, 'add').done).toEqual(ids(1, 2, 3))
  expect(marksAfter(...toForm, 'address.new', 'role.viewer').done).toEqual(ids(1, 2, 3, 4, 5))
})

test('at the goal nothing is due', () => {
  const added = [...toForm, 'address.new', 'role.editor', 'add', 'invited-activates']
  expect(marksAfter(...added)).toMatchObject({ due: undefined, done: ids(1, 2, 3, 4, 5, 6, 7) })
})

test('who goes back loses no mark, and is on the way to what is left', () => {
  const press = (screen: string, press: string, shown: string) => ({
    did: { what: 'send' as const, screen, press, fields: {} },
    shown: { screen: shown },
  })
  const there = track(firstLogin, addUsers, 'administrator', [
    press('dashboard', 'Configuration', 'managed-organizations'),
    press('managed-organizations', 'Users', 'users'),
  ])
  const back = observe(there, press('users', 'Home', 'dashboard'))
  const moments = walk(addUsers, 'administrator', back.own.walk)
  expect(marksAt(addUsers, moments, moments.length - 1, progressSeen(back))).toEqual({
    due: 'add-users.3',
    done: ids(1, 2),
    isNext: false,
  })
})
