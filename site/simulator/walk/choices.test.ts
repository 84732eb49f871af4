import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../machines/index.ts'
import { walk } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

function next(flowId: string, given: string, events: string[]) {
  const flow = flowOf(flowId)
  const moments = walk(flow, given, events)
  const { documented, others } = splitChoices(flow, moments, moments.length - 1)
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

  test('what has opened since the last time one was here', () => {
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

  test('the same step again, where nothing new has opened', () => {
    const inAndOut = [...atPassword, 'password.right', 'code.right', 'log-out']
    expect(next('log-in', 'authenticator-app', inAndOut).documented).toEqual(['log-in'])
    expect(next('log-in', 'authenticator-app', [...inAndOut, 'log-in']).documented).toEqual([
      'email.registered',
    ])
  })
})
