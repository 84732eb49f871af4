import type { Did, Observation } from '../observation.ts'
import { flowOf } from '../perform.ts'
import { type Track, track } from '../track.ts'
import { library } from './small-pack.ts'

/** Symbols, by the label of the field that they are typed into. */
export type Fields = Record<string, string[]>

export const send = (screen: string, press: string, fields: Fields = {}): Did => ({
  what: 'send',
  screen,
  press,
  fields,
})
export const type = (fields: Fields): Observation => ({ did: { what: 'type', screen: 'renewal', fields } })
export const wait = (seconds: number): Observation => ({ did: { what: 'wait', seconds } })
export const follow = (link: string, screen: string, was = ['newest']): Observation => ({
  did: { what: 'follow', link, was },
  shown: { screen },
})
export const shows = (did: Did, screen: string, message?: string): Observation => ({
  did,
  shown: { screen, message },
})

export const enter = shows(send('front', 'Enter'), 'name')
export const name = shows(send('name', 'Go on', { Name: ['registered'] }), 'password')
export const password = (symbol: string, screen: string, message?: string) =>
  shows(send('password', 'Go on', { Password: [symbol] }), screen, message)
export const code = (symbol: string, screen: string, message?: string) =>
  shows(send('code', 'Go on', { Code: [symbol] }), screen, message)
export const set = (again: string, screen: string, message?: string) =>
  shows(send('renewal', 'Set', { 'New password': [again], Again: ['same'] }), screen, message)

export const tracking = (flow: string, given: string, ...observations: Observation[]) =>
  track(library, flowOf(library, flow), given, observations)
export const entering = (...observations: Observation[]) => tracking('enter', 'fresh', ...observations)
export const renewing = (...observations: Observation[]) => tracking('renew', 'member', ...observations)
export const where = ({ positions: [{ flow, moment }] }: Track) => `${flow.id}: ${moment.state}`

export const toFront = follow('front page', 'front')
export const toPassword = [toFront, enter, name]
export const toCode = [...toPassword, password('right', 'factor'), shows(send('factor', 'App'), 'code')]
export const mailed = shows(send('lost', 'Mail me', { Name: ['registered'] }), 'mailed')
export const again = shows(send('mailed', 'Mail me again'), 'mailed')
export const toRenewal = [mailed, follow('renew it', 'renewal')]
