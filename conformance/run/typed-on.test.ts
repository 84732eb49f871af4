import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { typedOn } from './typed-on.ts'

const typed = (id: string, given: string, events: string[]) => {
  const flow = flowIn(packs, id)
  const moments = walk(flow, given, events)
  const [before, { edge }] = moments.slice(-2) as [Moment, Moment]
  if (!edge) throw new Error('The walk has no such event.')
  return typedOn({ flow, edge, before, way: moments.slice(0, -1) })
}

test('what was left empty was not typed, and neither was what was typed on another screen', () => {
  const toPassword = ['open-tenant-link', 'log-in', 'email.registered']
  expect(typed('log-in', 'activated', [...toPassword, 'password.empty'])).toEqual([])
  expect(typed('log-in', 'activated', [...toPassword, 'password.wrong'])).toEqual(['Password'])
})

test('what was typed before the button is pressed counts', () => {
  const toPane = ['open-configuration', 'open-my-organization', 'edit-settings', 'choose.openid-connect']
  const of = (...events: string[]) => typed('configure-sso-oidc', 'administrator', [...toPane, ...events])
  expect(of('save')).toEqual([])
  expect(of('client-id.right', 'save')).toEqual(['Client ID'])
})
