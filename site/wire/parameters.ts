import { isCodeName, isPasswordName, type Kind } from './kind-of.ts'

interface Known {
  means: string
  isSecret?: true
}

const known: Readonly<Record<string, Known>> = {
  client_id: { means: 'The name under which the product is registered at the provider. It is public.' },
  client_secret: { means: 'The password of the product at the provider.', isSecret: true },
  redirect_uri: {
    means: 'Where the answer goes: letter by letter an address that was registered for the product.',
  },
  response_type: { means: 'What is wanted back: a code, or the ID token itself.' },
  response_mode: { means: 'How the answer comes back: in the address, or in a form that the browser posts.' },
  scope: { means: 'What the product wants to know. “openid” makes it a log-in and not only an access.' },
  state: {
    means:
      'Random. It comes back unchanged, and shows the product that the answer belongs to a request of this browser.',
    isSecret: true,
  },
  nonce: {
    means: 'Random. It comes back inside the ID token, so that a token of another log-in is noticed.',
    isSecret: true,
  },
  code_challenge: {
    means: 'SHA-256 of the code verifier, which the product keeps. The provider remembers it with the code.',
  },
  code_challenge_method: { means: 'How the challenge is made of the verifier: S256, never plain.' },
  code_verifier: {
    means:
      'Random; its SHA-256 is the code challenge of the first request. Only the product that began can know it.',
    isSecret: true,
  },
  login_hint: { means: 'Who wants to log in, so that the provider need not ask for the name.' },
  domain_hint: { means: 'The domain of the account, so that the provider need not ask which one.' },
  prompt: { means: 'Whether the provider must ask, or must not: login, none, consent, select_account.' },
  max_age: { means: 'How old the sign-in at the provider may be, in seconds; 0 asks again.' },
  code: {
    means: 'Good once and for a short time: the product exchanges it for tokens.',
    isSecret: true,
  },
  grant_type: { means: 'What is exchanged for tokens: here the authorization code.' },
  id_token: {
    means: 'The ID token: who has signed in, signed by the provider. It is decoded below.',
    isSecret: true,
  },
  access_token: {
    means: 'Opens the APIs of the provider for the product. Anyone who has it can use it.',
    isSecret: true,
  },
  refresh_token: { means: 'Gets new tokens without the person.', isSecret: true },
  logout_token: { means: 'Says which session has ended, signed by the provider.', isSecret: true },
  id_token_hint: { means: 'An earlier ID token: it says whose session ends.', isSecret: true },
  post_logout_redirect_uri: { means: 'Where the browser goes after the logout; registered as well.' },
  token_type: { means: 'How the access token is used: Bearer, in the Authorization header.' },
  expires_in: { means: 'For how many seconds the access token is good.' },
  iss: { means: 'Who answers. The product compares it with the issuer that it asked.' },
  issuer: { means: 'What the provider is called: every token must name exactly this issuer.' },
  session_state: {
    means: 'Lets the product notice that the session at the provider has changed.',
    isSecret: true,
  },
  error: { means: 'Why the answer is a refusal, as a code.' },
  error_description: { means: 'The same for people who set it up.' },
  authorization_endpoint: { means: 'Where the browser is sent for the log-in.' },
  token_endpoint: { means: 'Where the product exchanges the code.' },
  userinfo_endpoint: { means: 'Where more about the person can be asked.' },
  jwks_uri: { means: 'Where the public keys are.' },
  end_session_endpoint: { means: 'Where the browser is sent to end the session.' },
  keys: { means: 'The public keys. Each has a name, “kid”, which a token repeats in its header.' },
  challenge: { means: 'Random, and used once. It comes back inside what the key signs.' },
  rp: { means: 'For whom the key is made. Its id is a domain: the key answers no other.' },
  rpId: { means: 'The domain that the key was made for.' },
  user: { means: 'For which account the key is made.' },
  pubKeyCredParams: { means: 'Which kinds of key the product takes, the best first.' },
  allowCredentials: { means: 'The keys that are registered for the account.' },
  excludeCredentials: { means: 'Keys that are registered already, so that none is registered twice.' },
  userVerification: { means: 'Whether the authenticator must recognise the person, by PIN or finger.' },
  attestation: { means: 'Whether the authenticator must prove its make and model. “none”: it need not.' },
  timeout: { means: 'How long the browser waits for the person, in ms.' },
  response: { means: 'What the authenticator has answered. It is decoded below.' },
  email: { means: 'The address of the account.' },
  sub: { means: 'The person, as the provider names them: never given to someone else.' },
  username: { means: 'The name of the account.' },
}

const FORM_TOKEN = /^_?(csrf|form)[-_]?token$|^authenticity_token$/i
const SECRET = /secret|token|^otp$|^totp$|^passcode$/i

/**
 * What a parameter means, and whether it is shown only when asked for.
 * @param kind of the exchange that has it: a form calls its one-time code what the protocol calls its authorization code
 */
export function meaningOf(name: string, kind?: Kind): { means: string | undefined; isSecret: boolean } {
  if (kind === 'code' && isCodeName(name))
    return { means: 'Read off the authenticator app: good once, and for a short time.', isSecret: true }
  const one = Object.hasOwn(known, name) ? known[name] : undefined
  if (one) return { means: one.means, isSecret: one.isSecret ?? false }
  if (isPasswordName(name)) return { means: 'What was typed into a field for a password.', isSecret: true }
  if (FORM_TOKEN.test(name))
    return { means: 'Random, and part of the page: a form of another site does not know it.', isSecret: true }
  return { means: undefined, isSecret: SECRET.test(name) && !/endpoint|supported|_type/.test(name) }
}

const headers: Readonly<Record<string, string>> = {
  accept: 'What the browser can show.',
  authorization: 'Who asks: a client ID with its secret (Basic), or a token (Bearer).',
  'cache-control': 'Whether the answer may be kept. “no-store”: it may not.',
  'content-security-policy': 'What the page may load, and who may show it in a frame.',
  'content-type': 'What the body is.',
  cookie: 'What the browser was given before by this host: above all, whose session it is.',
  host: 'Which site is asked, where one server has several.',
  location: 'Where the browser goes next.',
  origin: 'The site whose page has sent this: a form of another site names another origin.',
  referer: 'The page from which the request comes.',
  'referrer-policy': 'How much of this address the browser tells the next site.',
  refresh: 'Where the page itself sends the browser next.',
  'sec-fetch-dest': 'What the answer is for: a page, a frame, a script.',
  'sec-fetch-mode': 'Whether a person navigates, or a script asks.',
  'sec-fetch-site': 'Whether the page that asks is of the same site.',
  'set-cookie': 'What the browser keeps and sends along from now on.',
  'strict-transport-security': 'From now on only with TLS.',
  'user-agent': 'Which program asks.',
  'x-content-type-options': '“nosniff”: the browser believes the content type.',
  'x-frame-options': 'Which sites may show the page in a frame.',
}

export const headerMeaning = (name: string): string | undefined => {
  const key = name.toLowerCase()
  return Object.hasOwn(headers, key) ? headers[key] : undefined
}
