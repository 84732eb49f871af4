import type { Kind } from './kind-of.ts'

/** What an exchange of a kind is: a title, what happens, and why. Each in one sentence. */
export interface Meaning {
  title: string
  says: string
  why: string
  clauses: readonly string[]
}

export const meanings: Readonly<Record<Kind, Meaning>> = {
  discovery: {
    title: 'Discovery document',
    says: 'The product asks the provider where its endpoints are and what it is called.',
    why: 'One address is enough to set up single sign-on, and the issuer in the document is what every token is compared with.',
    clauses: ['discovery'],
  },
  'key-set': {
    title: 'Signing keys',
    says: 'The product fetches the public keys of the provider.',
    why: 'With these keys the product checks that the provider signed a token. They cannot sign one.',
    clauses: ['key-set', 'signature'],
  },
  'hand-over': {
    title: 'On to the provider',
    says: 'The product answers with the address of the provider, to which the browser goes next.',
    why: 'The person proves who they are to the provider, so that the product never sees the password.',
    clauses: ['authentication-request', 'csrf'],
  },
  'authorization-request': {
    title: 'Authorization request',
    says: 'The browser brings the request of the product to the provider: who asks, for what, and where the answer goes.',
    why: 'The provider compares client ID and redirect URI with what was registered, so that the answer goes to nobody else.',
    clauses: ['authorization-request', 'authentication-request', 'code-challenge', 'redirect-uri'],
  },
  'authorization-answer': {
    title: 'Authorization response',
    says: 'The browser brings the answer of the provider back to the product.',
    why: 'The product compares the state with the one that it gave this browser, so that nobody can slip in an answer of their own.',
    clauses: ['authorization-answer', 'csrf', 'response-issuer'],
  },
  'authorization-error': {
    title: 'Refusal of the provider',
    says: 'The browser brings back that the provider did not let the person in, with a code that says why.',
    why: 'A provider tells the application why it refuses, so that the application can say it in words.',
    clauses: ['authorization-error', 'authentication-error'],
  },
  'token-request': {
    title: 'Code for tokens',
    says: 'The product exchanges the code for tokens, directly with the provider, and proves that it is the product.',
    why: 'Someone who reads the code in the browser cannot use it: that takes the client secret and the code verifier, which never pass through a browser.',
    clauses: ['token-request', 'token-answer', 'code-verifier', 'client-password'],
  },
  userinfo: {
    title: 'Userinfo',
    says: 'The product asks the provider for more about the person, with the access token.',
    why: 'Not every provider puts name and address into the ID token; the subject must be the same in both.',
    clauses: ['userinfo', 'userinfo-subject', 'bearer'],
  },
  logout: {
    title: 'Logout at the provider',
    says: 'The browser asks the provider to end the session there.',
    why: 'Otherwise the next log-in would ask for nothing, on a shared computer too.',
    clauses: ['logout'],
  },
  'back-channel-logout': {
    title: 'Logout token',
    says: 'The provider tells the product directly that a session has ended.',
    why: 'It works even if the browser is closed.',
    clauses: ['back-channel-logout'],
  },
  'key-creation-options': {
    title: 'Challenge for a new key',
    says: 'The product says what a new key pair must be like, with a challenge that is random and used once.',
    why: 'An answer that was recorded earlier has another challenge, and is refused.',
    clauses: ['creation-options'],
  },
  'key-request-options': {
    title: 'Challenge for the key',
    says: 'The product asks for a signature of one of the registered keys, over a challenge that is random and used once.',
    why: 'Only the key can sign the challenge, and the signature is good for nothing else.',
    clauses: ['request-options'],
  },
  'key-registration': {
    title: 'New public key',
    says: 'The browser hands over the new public key, with what the authenticator says about itself.',
    why: 'The private key never leaves the authenticator: what the product stores lets nobody log in.',
    clauses: ['registration', 'client-data', 'authenticator-data'],
  },
  'key-assertion': {
    title: 'Signature of the key',
    says: 'The browser hands over the signature, and the product checks it with the public key that it has.',
    why: 'The signature covers the origin that the browser saw: on a site that only looks like the product it would not fit.',
    clauses: ['assertion', 'client-data', 'authenticator-data', 'counter'],
  },
  password: {
    title: 'Form with a password',
    says: 'The browser sends what was typed, the password included.',
    why: 'It goes in the body and never in the address, because addresses are kept in histories and logs.',
    clauses: [],
  },
  code: {
    title: 'Form with a one-time code',
    says: 'The browser sends the code that the person read off the authenticator.',
    why: 'A stolen password alone is not enough. The code works once, and only for a short time.',
    clauses: ['totp', 'totp-once'],
  },
  form: {
    title: 'Form',
    says: 'The browser sends the form that was filled in or the button that was pressed.',
    why: 'What changes something is sent by POST, so that no link or picture of another site can do it.',
    clauses: [],
  },
  redirect: {
    title: 'Redirect',
    says: 'The answer sends the browser on to another address.',
    why: 'What was opened is no page itself: it leads on to the page that is due now.',
    clauses: [],
  },
  data: {
    title: 'Data',
    says: 'A script of the page asks for data.',
    why: 'The page stays, and only what has changed is fetched.',
    clauses: [],
  },
  page: {
    title: 'Page',
    says: 'The browser asks for a page and shows it.',
    why: 'The cookie of the request, if there is one, says whose page it is.',
    clauses: [],
  },
}
