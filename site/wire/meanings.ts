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
    says: 'The product asks the provider for its endpoints and its issuer name.',
    why: 'One address is enough to set up single sign-on. The product later compares every token with the issuer in this document.',
    clauses: ['discovery'],
  },
  'key-set': {
    title: 'Signing keys',
    says: 'The product fetches the public keys of the provider.',
    why: 'With these keys, the product checks that the provider signed a token. Nobody can sign a token with them.',
    clauses: ['key-set', 'signature'],
  },
  'hand-over': {
    title: 'Redirect to the provider',
    says: 'The product sends the browser to the provider.',
    why: 'The person signs in at the provider, so the product never sees the password.',
    clauses: ['authentication-request', 'csrf'],
  },
  'authorization-request': {
    title: 'Authorization request',
    says: 'The browser takes the product’s request to the provider: who asks, for what, and where to send the response.',
    why: 'The provider compares client ID and redirect URI with the registered ones, so nobody else can receive the response.',
    clauses: ['authorization-request', 'authentication-request', 'code-challenge', 'redirect-uri'],
  },
  'authorization-answer': {
    title: 'Authorization response',
    says: 'The browser takes the provider’s response to the product.',
    why: 'The product compares the state with the one that it gave this browser, so an attacker cannot insert a response of their own.',
    clauses: ['authorization-answer', 'csrf', 'response-issuer'],
  },
  'authorization-error': {
    title: 'Error from the provider',
    says: 'The browser takes the provider’s refusal to the product, with a code for the reason.',
    why: 'With the reason, the product can explain to the person what went wrong.',
    clauses: ['authorization-error', 'authentication-error'],
  },
  'token-request': {
    title: 'Token request',
    says: 'The product exchanges the code for tokens, directly with the provider, and proves its identity.',
    why: 'Someone who reads the code in the browser cannot use it. That takes the client secret and the code verifier, which never pass through a browser.',
    clauses: ['token-request', 'token-answer', 'code-verifier', 'client-password'],
  },
  userinfo: {
    title: 'Userinfo',
    says: 'The product uses the access token to ask the provider for more about the person.',
    why: 'Not every provider puts name and email address into the ID token. The subject must be the same in both.',
    clauses: ['userinfo', 'userinfo-subject', 'bearer'],
  },
  logout: {
    title: 'Logout at the provider',
    says: 'The browser asks the provider to end the session there.',
    why: 'Otherwise the next login asks for nothing, even when someone else uses the computer.',
    clauses: ['logout'],
  },
  'back-channel-logout': {
    title: 'Logout token',
    says: 'The provider tells the product directly that a session has ended.',
    why: 'It works even after the browser is closed.',
    clauses: ['back-channel-logout'],
  },
  'key-creation-options': {
    title: 'Challenge for a new key',
    says: 'The product describes the new key pair that it wants, and adds a random challenge for one use.',
    why: 'A response that someone recorded earlier has a different challenge, and the product refuses it.',
    clauses: ['creation-options'],
  },
  'key-request-options': {
    title: 'Challenge for the key',
    says: 'The product asks one of the registered keys to sign a random challenge for one use.',
    why: 'Only the key can sign the challenge, and the signature is useless for any other login.',
    clauses: ['request-options'],
  },
  'key-registration': {
    title: 'New public key',
    says: 'The browser sends the new public key, together with what the authenticator says about itself.',
    why: 'The private key never leaves the authenticator. Nobody can log in with the public key that the product stores.',
    clauses: ['registration', 'client-data', 'authenticator-data'],
  },
  'key-assertion': {
    title: 'Signature of the key',
    says: 'The browser sends the signature, and the product checks it with the stored public key.',
    why: 'The signature covers the origin that the browser sees. A signature made on a fake site does not match.',
    clauses: ['assertion', 'client-data', 'authenticator-data', 'counter'],
  },
  password: {
    title: 'Form with a password',
    says: 'The browser sends what the person typed, including the password.',
    why: 'The password goes into the body and never into the address, because histories and logs keep addresses.',
    clauses: [],
  },
  code: {
    title: 'Form with a one-time code',
    says: 'The browser sends the code from the authenticator app.',
    why: 'A stolen password alone is not enough. The code works once, and only for a short time.',
    clauses: ['totp', 'totp-once'],
  },
  form: {
    title: 'Form',
    says: 'The browser sends the form that the person filled in, or the button that they pressed.',
    why: 'Changes use POST, so that a link or a picture on another site cannot make them.',
    clauses: [],
  },
  redirect: {
    title: 'Redirect',
    says: 'The response sends the browser to another address.',
    why: 'The address that was opened has no page of its own. It leads to the right page for this moment.',
    clauses: [],
  },
  data: {
    title: 'Data',
    says: 'A script in the page asks for data.',
    why: 'The page stays open and loads only what has changed.',
    clauses: [],
  },
  page: {
    title: 'Page',
    says: 'The browser asks for a page and shows it.',
    why: 'The cookie in the request, if there is one, says whose session it is.',
    clauses: [],
  },
}
