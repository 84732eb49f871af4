import { describe, expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { begin, reach, walk } from '../../../machines/model/walk.ts'
import { happenedAlong } from './happened.ts'
import { mailboxAt, wasOf } from './mailbox.ts'

function mailbox(id: string, given: string, ...events: string[]) {
  const flow = flowOf(library, id)
  const happened = happenedAlong(library, flow, walk(flow, given, events), '')
  return mailboxAt(library, { flow, moment: begin(flow, given) }, happened)
}

describe('a mail', () => {
  test('is there from the beginning where its link can be followed and nothing sends it', () => {
    expect(mailbox('enter', 'fresh')).toEqual([{ screen: 'letter', n: 0, used: false }])
    expect(mailbox('renew', 'member')).toEqual([])
  })

  test('comes when an event sends it, the newest first', () => {
    expect(mailbox('renew', 'member', 'ask-for-mail', 'ask-again')).toEqual([
      { screen: 'renewal-mail', n: 1, used: false },
      { screen: 'renewal-mail', n: 0, used: false },
    ])
  })

  test('comes when a user was added, and not when the form was refused', () => {
    const flow = flowOf(firstLogin, 'add-users')
    const arrived = (...events: string[]) => {
      const happened = happenedAlong(firstLogin, flow, walk(flow, 'administrator', events), '')
      return mailboxAt(firstLogin, { flow, moment: begin(flow, 'administrator') }, happened)
    }
    const toForm = ['open-configuration', 'open-users', 'add-users']
    const added = [...toForm, 'address.new', 'role.editor', 'add']
    expect(arrived(...toForm, 'add')).toEqual([])
    expect(arrived(...added)).toHaveLength(1)
    expect(arrived(...added, 'resend-invite').map(({ screen, n }) => [screen, n])).toEqual([
      ['invitation-mail', 1],
      ['invitation-mail', 0],
    ])
  })

  test('stays, and is used once its link has worked', () => {
    expect(mailbox('enter', 'fresh', 'open-link', 'enter')).toEqual([{ screen: 'letter', n: 0, used: true }])
  })

  test('of a procedure is there as soon as the journey can go on with it', () => {
    expect(mailbox('trip', 'fresh')).toEqual([{ screen: 'letter', n: 0, used: false }])
  })
})

test('which mail it was: the newest of its kind or an older one, and whether its link has worked', () => {
  const mails = mailbox('renew', 'member', 'ask-for-mail', 'ask-again', 'open-link')
  expect(mails.map((mail) => wasOf(mails, mail))).toEqual([['newest', 'used'], ['older']])
})

test('says whose it is, where it is not the holder’s: the mails of the journey have the same subject', () => {
  const flow = flowOf(firstLogin, 'onboarding')
  const events = reach(flow, begin(flow, 'invited'), ({ meta }) => !meta.refused).find(
    ({ moment }) => moment.goal,
  )?.events as string[]
  const happened = happenedAlong(firstLogin, flow, walk(flow, 'invited', events), '')
  const mails = mailboxAt(firstLogin, { flow, moment: begin(flow, 'invited') }, happened)
  expect(mails.at(-1)).toMatchObject({ screen: 'invitation-mail' })
  expect(mails.map(({ to }) => to)).toEqual(['colleague', 'colleague', undefined])
  const own = mails.at(-1)
  expect(own && wasOf(mails, own)).toContain('newest')
})
