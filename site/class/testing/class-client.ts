import { randomBytes } from 'node:crypto'
import { packs } from '@doorstep/machines'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { Context } from 'hono'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { openClasses } from '../server/open-classes.ts'
import type { MakeSandbox } from '../server/sandbox-pool.ts'

export const makeKey = () => randomBytes(32).toString('base64url')

const [pack] = packs
const flow = pack?.flows.find(({ givens }) => Object.keys(givens).length > 1)

/** What a class is created with, where a test says nothing else. */
export const settings = {
  title: 'Test class',
  pack: pack?.id ?? '',
  flow: flow?.id ?? '',
  given: Object.keys(flow?.givens ?? {})[0] ?? '',
}

interface Options {
  folder?: string
  databaseUrl?: string
  trainerKey?: string
  now?: () => number
  makeSandbox?: Promise<MakeSandbox>
  networkOf?: (c: Context) => string
}

/** Classes without a server around them, and requests to them. */
export async function startClasses({ folder = ':memory:', ...options }: Options = {}) {
  const classes = await openClasses({ folder, packs, site: () => 'https://class.example', ...options })

  const ask = async (method: string, path: string, key?: string, body?: unknown, headers = {}) =>
    classes.app.request(path, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  const json = async (method: string, path: string, key?: string, body?: unknown, headers = {}) => {
    const answer = await ask(method, path, key, body, headers)
    return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() }
  }

  const create = async (change = {}) => {
    const { status, body } = await json('POST', '/classes', undefined, { ...settings, ...change })
    if (status !== 201) throw new Error(JSON.stringify(body))
    const { code, keys } = body as { code: string; keys: Record<'trainer' | 'projector' | 'remote', string> }
    const at = `/classes/${code}`
    return {
      ...{ code, keys, at },
      join: async (name?: string, device = makeKey()) => {
        const key = makeKey()
        const joined = await json('POST', `${at}/join`, undefined, { name, key, device })
        return { ...joined, key, device }
      },
      act: (act: object, key = keys.trainer) => json('POST', `${at}/acts`, key, act),
      me: (key: string, act: object) => json('POST', `${at}/me`, key, act),
      results: () => json('GET', `${at}/results.json`, keys.trainer),
    }
  }

  /** Opens a stream; `next` answers its messages one after the other, `undefined` at its end. */
  const open = async <T = PersonView | BoardMessage>(at: string, key: string, lastEventId?: string) => {
    const answer = await ask(
      'GET',
      `${at}/stream`,
      key,
      undefined,
      lastEventId && { 'last-event-id': lastEventId },
    )
    const reader = answer.body
      ?.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
      .pipeThrough(new EventSourceParserStream())
      .getReader()
    return {
      status: answer.status,
      next: async () => {
        const read = await reader?.read()
        return read?.value && { id: read.value.id ?? '', data: JSON.parse(read.value.data) as T }
      },
      close: () => reader?.cancel(),
    }
  }

  return { ...classes, ask, json, create, open }
}
