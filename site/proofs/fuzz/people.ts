import { randomBytes } from 'node:crypto'
import { packs } from '@doorstep/machines'
import { browser } from '../../../mock-idp/clients/browser.ts'
import { signInAt } from '../../../mock-idp/clients/sign-in.ts'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import { Visitor } from '../../tenant/testing/visitor.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'

/** Somebody who may do something already, and sends requests as such. */
export interface Person {
  /** Placeholder in a request → the value that only this person knows. */
  words: Record<string, string>
  /** Sends with the cookies and tokens that this person has. */
  ask(url: string, init: RequestInit): Promise<Response>
  leave(): Promise<unknown>
}

const withKey =
  (keyFor: (path: string) => string): Person['ask'] =>
  (url, init) => {
    const authorization = `Bearer ${keyFor(new URL(url).pathname)}`
    return fetch(url, { ...init, headers: { authorization, ...(init.headers as object) } })
  }

const lastPart = (href: string) => href.slice(href.lastIndexOf('/') + 1)

async function inSandbox(at: Addresses, given: string) {
  const control = await ControlClient.create(at.tenant, { given })
  const { id, key, email, url } = control.made
  const [mail] = await control.mails()
  const links = mail ? (await control.mail(mail.n)).links : []
  const token = lastPart(links[0]?.href ?? '')
  const words = { SANDBOX: id, KEY: key, EMAIL: email, TOKEN: token, PASSWORD: control.made.password ?? '' }
  const leave = () => control.call('', { method: 'DELETE' })
  return { control, words, visitor: new Visitor(at.tenant, url), leave }
}

const asVisitor =
  (visitor: Visitor): Person['ask'] =>
  (url, init) =>
    visitor.request(url, init)

/** Who uses a sandbox's product: each is at another place of it. */
export const atTenant = {
  async invited(at: Addresses): Promise<Person> {
    const { visitor, ...made } = await inSandbox(at, 'invited')
    await visitor.open(`/activate/link/${made.words.TOKEN}`)
    return { ...made, ask: asVisitor(visitor) }
  },
  async 'half-way'(at: Addresses): Promise<Person> {
    const { visitor, ...made } = await inSandbox(at, 'activated')
    await visitor.passPassword(made.words.EMAIL, made.words.PASSWORD)
    return { ...made, ask: asVisitor(visitor) }
  },
  async 'before the code'(at: Addresses): Promise<Person> {
    const { visitor, ...made } = await inSandbox(at, 'authenticator-app')
    await visitor.passPassword(made.words.EMAIL, made.words.PASSWORD)
    return { ...made, ask: asVisitor(visitor) }
  },
  async administrator(at: Addresses): Promise<Person> {
    const { visitor, control, ...made } = await inSandbox(at, 'administrator')
    const { session } = control.made
    if (session) visitor.cookies.set(session.name, session.value)
    return { ...made, ask: asVisitor(visitor) }
  },
}

/** Who has a sandbox's key. */
export async function atControl(at: Addresses): Promise<Person> {
  const { words, leave } = await inSandbox(at, 'invited')
  return { words, ask: withKey(() => words.KEY), leave }
}

/** The administrator of a sandbox's directory, signed in at its admin center. */
export async function atProvider(at: Addresses): Promise<Person> {
  const { control, words, leave } = await inSandbox(at, 'signed-out')
  const { provider } = control.made
  const home = provider?.entra.adminCenter ?? ''
  const person = browser()
  const name = provider?.entra.administrator ?? ''
  await signInAt(person, home, 'nowhere:', { name, password: provider?.password ?? '' })
  const cookie = await person.cookies.getCookieString(home)
  const [, directory = ''] = new URL(home).pathname.split('/')
  return {
    words: {
      ...words,
      DIRECTORY: directory,
      PASSWORD: provider?.password ?? '',
      EMAIL: provider?.user ?? '',
    },
    ask: (url, init) => fetch(url, { ...init, headers: { cookie, ...(init.headers as object) } }),
    leave,
  }
}

/** A class with a trainer and a participant. */
export async function inClass(at: Addresses): Promise<Person> {
  const api = `${at.site}/class-api/classes`
  const makeKey = () => randomBytes(32).toString('base64url')
  const [pack] = packs
  const [flow] = pack?.flows ?? []
  const post = async (url: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const settings = { title: 'Odd', pack: pack?.id, flow: flow?.id, given: Object.keys(flow?.givens ?? {})[0] }
  const { code, keys } = (await post(api, settings)) as { code: string; keys: Record<string, string> }
  const key = makeKey()
  const { id } = (await post(`${api}/${code}/join`, { key, device: makeKey() })) as { id: string }
  const words = { CODE: code, PERSON: id, KEY: key, TRAINER: keys.trainer ?? '', REMOTE: keys.remote ?? '' }
  return {
    words,
    ask: withKey((path) => (path.endsWith('/me') ? words.KEY : words.TRAINER)),
    leave: () => withKey(() => words.TRAINER)(`${api}/${code}`, { method: 'DELETE' }),
  }
}
