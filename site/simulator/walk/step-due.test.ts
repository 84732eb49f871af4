import { expect, test } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { stepsDoneOn } from '../../../machines/model/progress.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { walk } from '../../../machines/model/walk.ts'
import { stepDue, stepNext } from './step-due.ts'

function dueAfter(id: string, given: string, events: string[]) {
  const flow = flowOf(library, id)
  const moments = walk(flow, given, events)
  expect(moments).toHaveLength(events.length + 1)
  return stepDue(flow, moments, events.length, stepsDoneOn(flow, moments))
}

const atForm = ['ask-for-mail', 'open-link']
const late = [...atForm, 'new.strong', 'again.same', 'day-passes', 'set']

test('the step that comes next is due', () => {
  expect(dueAfter('renew', 'member', atForm)).toBe('renew.3')
  expect(dueAfter('renew', 'member', [...atForm, 'new.strong'])).toBe('renew.4')
})

test('where steps that are done have to be done again, the first that is left is due', () => {
  const again = [...late, 'ask-again']
  expect(dueAfter('renew', 'member', again)).toBe('renew.5')
  expect(dueAfter('renew', 'member', [...again, 'open-link', 'new.strong'])).toBe('renew.5')
})

test('none is due where only what is not documented leads on, or nothing is left', () => {
  expect(dueAfter('renew', 'member', late)).toBeUndefined()
  const inside = ['open-link', 'enter', 'name', 'password.right', 'app', 'code.right']
  expect(dueAfter('enter', 'fresh', inside)).toBeUndefined()
  expect(dueAfter('enter', 'fresh', [...inside, 'leave'])).toBeUndefined()
})

test('what is done again on the way to the step that is due is an earlier one', () => {
  const flow = flowOf(library, 'enter')
  const events = ['open-link', 'enter', 'name', 'cancel']
  const moments = walk(flow, 'federated', events)
  expect(dueAfter('enter', 'federated', events)).toBe('enter.3')
  expect(stepNext(flow, moments, 3)).toBe('enter.3')
  expect(stepNext(flow, moments, 4)).toBe('enter.2')
})
