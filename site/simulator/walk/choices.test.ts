import { describe, expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { walk } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'
import { documentedWay } from './documented-way.ts'

const enter = flowOf(library, 'enter')

function next(events: string[]) {
  const moments = walk(enter, 'fresh', events)
  const { documented, others } = splitChoices(enter, moments, moments.length - 1)
  return { documented: documented.map(({ event }) => event), others: others.map(({ event }) => event) }
}

const atPassword = ['open-link', 'enter', 'name']
const atCode = [...atPassword, 'password.right', 'app']

describe('what comes next', () => {
  test('is the documented step, and everything else could happen', () => {
    expect(next(atPassword)).toEqual({
      documented: ['password.right'],
      others: ['password.wrong', 'password.thrice'],
    })
  })

  test('where the documentation is silent, the first way on, but for the goal', () => {
    expect(next([...atPassword, 'password.thrice']).documented).toEqual([])
    expect(next([...atCode, 'code.right'])).toEqual({ documented: [], others: ['leave'] })
  })

  test('what has opened since the last time one was here', () => {
    const again = [...atCode, 'code.right', 'leave', 'enter', 'name']
    expect(next(again).documented).toEqual(['password.right'])
    expect(next([...again, 'password.right']).documented).toEqual(['code.right'])
  })

  test('nothing, once the goal is reached and lies ahead no more', () => {
    const register = flowOf(firstLogin, 'register-entra-app')
    const way = documentedWay(register, 'cloud-administrator').map(({ event }) => event)
    const secret = [...way, 'open-secrets', 'new-secret', 'add-secret']
    const moments = walk(register, 'cloud-administrator', secret)
    const nextAfter = (n: number) => splitChoices(register, moments, n).documented.map(({ event }) => event)
    expect(nextAfter(way.length)).toEqual(['open-secrets'])
    expect(nextAfter(secret.length)).toEqual([])
  })

  test('the same step again, where nothing new has opened', () => {
    expect(next([...atCode, 'code.right', 'leave']).documented).toEqual(['enter'])
  })
})
