import type { Exchange } from '../tenant/exchange.ts'
import { fieldInWords } from './field-words.ts'
import { type Kind, kindOf } from './kind-of.ts'
import { meanings } from './meanings.ts'
import type { Message } from './message.ts'
import { meaningOf } from './parameters.ts'
import { addressOf, formOf, sentIn } from './read-exchange.ts'

/** Every address of a sandbox begins alike, and those of its directory do. */
const short = (path: string) =>
  path
    .replace(/^\/(t\/[^/]+|oidc\/[^/]+|[\da-f-]{36})(?=[/~]|$)/, '')
    // What is random says nothing to a reader.
    .replace(/(?<=\/)[\w-]{25,}/g, '…') || '/'

/** What forms call the button that was pressed. */
const ofButtons = ['do', 'submit', 'action']

/** Method and path, short enough for a diagram. */
export const lineOf = ({ request: { method, url } }: Exchange): string =>
  `${method} ${short(addressOf(url).pathname)}`

/** A title that says more than what kind it is: which page, or which fields. */
function titleOf(kind: Kind, title: string, exchange: Exchange): string {
  if (kind === 'page') return `${title} ${short(addressOf(exchange.request.url).pathname)}`
  if (kind !== 'form') return title
  const fields = [...formOf(exchange.request)].flatMap(([name, value]) =>
    value === '' || ofButtons.includes(name) || meaningOf(name).isSecret ? [] : fieldInWords(name),
  )
  return fields.length === 0 ? title : `${title}: ${[...new Set(fields)].join(', ')}`
}

/** Clauses of what not every request has, each by the parameter that it is about. */
const about: Readonly<Record<string, string>> = {
  'code-challenge': 'code_challenge',
  'code-verifier': 'code_verifier',
  'response-issuer': 'iss',
}

/** An exchange as a message, explained by what is in it. */
export function messageOf(id: string, exchange: Exchange): Message {
  const kind = kindOf(exchange)
  const { title, says, why, clauses: all } = meanings[kind]
  const sent = sentIn(exchange)
  const clauses = all.filter((clause) => sent.has(about[clause] ?? '') || !(clause in about))
  const { status } = exchange.response
  // A form leads to a page by 303, so that a reload does not send it again.
  const isSeeOther = status === 303 && exchange.request.method === 'POST'
  const further = isSeeOther ? (['see-other'] as const) : []
  const isImplicit = kind === 'authorization-answer' && sent.has('id_token')
  return {
    id,
    from: exchange.by,
    to: exchange.at,
    title: titleOf(kind, title, exchange),
    says,
    why,
    clauses: isImplicit ? [...clauses, 'form-post', 'id-token-checks'] : [...clauses, ...further],
    tone: status >= 400 || kind === 'authorization-error' ? 'bad' : 'plain',
    exchange,
    detail: lineOf(exchange),
    status,
  }
}
