import { expect, test } from 'vitest'
import { packs } from '../../machines/index.ts'
import { edgesOf } from '../../machines/model/edges.ts'
import { otherMessagesOf } from './other-messages.ts'

const flow = packs.flatMap(({ flows }) => flows).find(({ id }) => id === 'log-in')
if (!flow) throw new Error('There is no flow log-in.')
const showing = (event: string, shows: string) => {
  const edge = edgesOf(flow).find((each) => each.event === event && each.meta.shows === shows)
  if (!edge) throw new Error(`Nothing shows “${shows}” after ${event}.`)
  return edge
}

test('the messages of other refusals on the same screen are known', () => {
  expect(otherMessagesOf(flow, showing('password.empty', 'Password is required'))).toEqual([
    'Wrong email or password',
  ])
})

test('a single word is no message of its own, and other screens do not count', () => {
  expect(otherMessagesOf(flow, showing('code.used', 'code'))).toEqual(['too many'])
  expect(otherMessagesOf(flow, showing('email.empty', 'Please enter an email address'))).toEqual([])
})
