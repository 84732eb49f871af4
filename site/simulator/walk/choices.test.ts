import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../machines/index.ts'
import { walk } from '../../../machines/walk.ts'
import { splitChoices, takenAt } from './choices.ts'

function next(flowId: string, given: string, events: string[]) {
  const flow = flowOf(flowId)
  const moments = walk(flow, given, events)
  const at = moments.length - 1
  const moment = moments[at]
  if (!moment) throw new Error('no moment')
  const { documented, others } = splitChoices(flow, moment, takenAt(moments, at))
  return { documented: documented.map(({ event }) => event), others: others.map(({ event }) => event) }
}

const atPassword = ['open-tenant-link', 'log-in', 'email.registered']

describe('what comes next', () => {
  test('is the documented step, and everything else could happen', () => {
    expect(next('log-in', 'activated', atPassword)).toEqual({
      documented: ['password.right'],
      others: ['password.wrong', 'password.empty', 'password.wrong-ten-times', 'edit-email'],
    })
  })

  test('where the documentation is silent, the first way on', () => {
    expect(next('log-in', 'security-key', atPassword).documented).toEqual(['password.right'])
  })

  test('once a step was taken, what leads further than it', () => {
    const reset = [
      'open-login-page',
      'log-in',
      'email.registered',
      'forgot-password',
      'reset-email.registered',
    ]
    const chosen = [
      'open-reset-link',
      'new-password.strong',
      're-enter.same',
      'reset-password',
      'go-to-log-in',
    ]
    const again = ['log-in', 'email.registered']
    expect(next('reset-password', 'authenticator-app', [...reset, ...chosen, ...again]).documented).toEqual([
      'password.new',
    ])
  })

  test('a step that is the only way on is offered again', () => {
    const inAndOut = [...atPassword, 'password.right', 'code.right', 'log-out']
    expect(next('log-in', 'authenticator-app', inAndOut).documented).toEqual(['log-in'])
  })
})
