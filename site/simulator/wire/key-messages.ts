import { kindOf } from '../../wire/kind-of.ts'
import type { Message } from '../../wire/message.ts'

const asks = (id: string, isNew: boolean): Message => ({
  id: `${id}-asks`,
  from: 'browser',
  to: 'authenticator',
  title: isNew ? 'Create a key' : 'Sign the challenge',
  says: `The browser passes the challenge and the origin of the page to the authenticator (navigator.credentials.${isNew ? 'create' : 'get'}).`,
  why: 'The browser adds the origin itself, so a page cannot ask for the key of another site.',
  clauses: [isNew ? 'creation-options' : 'request-options', 'client-data'],
  tone: 'plain',
})

const answers = (id: string, isNew: boolean): Message => ({
  id: `${id}-answers`,
  from: 'authenticator',
  to: 'browser',
  title: isNew ? 'A new public key' : 'A signature',
  says: isNew
    ? 'The authenticator creates a key pair for this site and returns the public key.'
    : 'The authenticator signs what the browser sent, and its own data.',
  why: 'It answers only after a touch, so a program cannot use it unnoticed.',
  clauses: [isNew ? 'registration' : 'assertion', 'authenticator-data'],
  tone: 'plain',
})

/** A message of a WebAuthn ceremony with what the browser and the authenticator say to each other around it. */
export function aroundKey(message: Message): Message[] {
  const kind = message.exchange && kindOf(message.exchange)
  switch (kind) {
    case 'key-creation-options':
    case 'key-request-options':
      return [message, asks(message.id, kind === 'key-creation-options')]
    case 'key-registration':
    case 'key-assertion':
      return [answers(message.id, kind === 'key-registration'), message]
    default:
      return [message]
  }
}
