import { isCodeName, isPasswordName, type Kind } from './kind-of.ts'

interface Known {
  means: string
  isSecret?: true
}

const known: Readonly<Record<string, Known>> = {
  client_id: { means: 'The product’s identifier at the provider. It is public.' },
  client_secret: { means: 'The product’s password at the provider.', isSecret: true },
  redirect_uri: {
    means:
      'Where the provider sends the response. It must match an address registered for the product, character by character.',
  },
  response_type: { means: 'What the product wants in the response: a code, or the ID token itself.' },
  response_mode: {
    means: 'How the response comes back: in the address, or in a form that the browser posts.',
  },
  scope: {
    means: 'What the product asks for. “openid” makes the request a login, not only a request for access.',
  },
  state: {
    means:
      'A random value that comes back unchanged. It shows that the response belongs to a request from this browser.',
    isSecret: true,
  },
  nonce: {
    means:
      'A random value that comes back inside the ID token. It shows that the token belongs to this login and is not a copy from an earlier one.',
    isSecret: true,
  },
  code_challenge: {
    means: 'SHA-256 of the code verifier, which the product keeps. The provider stores it with the code.',
  },
  code_challenge_method: { means: 'How to calculate the challenge from the verifier. S256 means SHA-256.' },
  code_verifier: {
    means:
      'A random value; the code challenge in the first request is its SHA-256. Only the product that sent that request knows it.',
    isSecret: true,
  },
  login_hint: { means: 'Who wants to log in. With it, the provider does not have to ask for the name.' },
  domain_hint: {
    means: 'The domain of the account. With it, the provider does not have to ask for the organization.',
  },
  prompt: {
    means:
      'What the provider must ask the person: login, consent, select_account, or none for nothing at all.',
  },
  max_age: {
    means:
      'How long ago the person may have signed in at the provider, in seconds. 0 makes them sign in again.',
  },
  code: {
    means: 'The authorization code. It works once and for a short time; the product exchanges it for tokens.',
    isSecret: true,
  },
  grant_type: { means: 'What the product exchanges for tokens: here the authorization code.' },
  id_token: {
    means: 'The ID token. It says who signed in, and carries the provider’s signature. It is decoded below.',
    isSecret: true,
  },
  access_token: {
    means: 'Gives the product access to the provider’s APIs. Anyone who has the token can use it.',
    isSecret: true,
  },
  refresh_token: { means: 'Gets new tokens without asking the person again.', isSecret: true },
  logout_token: {
    means: 'Says which session has ended, and carries the provider’s signature.',
    isSecret: true,
  },
  id_token_hint: { means: 'An earlier ID token. It says whose session to end.', isSecret: true },
  post_logout_redirect_uri: { means: 'Where the browser goes after the logout. It must be registered too.' },
  token_type: { means: 'How to send the access token. Bearer means in the Authorization header.' },
  expires_in: { means: 'How many seconds the access token is valid for.' },
  ext_expires_in: {
    means: 'How many seconds longer the product may use the access token while it cannot reach the provider.',
  },
  client_info: {
    means: 'The account and its directory. With it, the product finds the tokens that it stored for them.',
  },
  refresh_token_expires_in: { means: 'How many seconds the refresh token is valid for.' },
  iss: { means: 'Who sends the response. The product compares it with the issuer that it asked.' },
  issuer: { means: 'The provider’s identifier. Every token must name exactly this issuer.' },
  session_state: {
    means: 'With it, the product can detect that the session at the provider has changed.',
    isSecret: true,
  },
  error: { means: 'The reason for the refusal, as a code.' },
  error_description: { means: 'The reason in words, for the people who set up the connection.' },
  authorization_endpoint: { means: 'Where the product sends the browser to log in.' },
  token_endpoint: { means: 'Where the product exchanges the code.' },
  userinfo_endpoint: { means: 'Where the product can ask for more about the person.' },
  jwks_uri: { means: 'Where to find the public keys.' },
  end_session_endpoint: { means: 'Where the product sends the browser to end the session.' },
  device_authorization_endpoint: { means: 'Where a device without a browser starts a login.' },
  introspection_endpoint: { means: 'Where an API asks whether a token is still valid.' },
  revocation_endpoint: { means: 'Where the product revokes a token that it no longer needs.' },
  registration_endpoint: { means: 'Where a product can register itself.' },
  pushed_authorization_request_endpoint: {
    means:
      'Where the product sends its request in advance, so that the browser carries only a reference to it.',
  },
  check_session_iframe: {
    means:
      'A page that the product puts into a frame to learn whether the session at the provider has changed.',
  },
  tenant_region_scope: { means: 'In which region of the world the directory is kept.' },
  cloud_instance_name: { means: 'Which of the clouds of the provider this is.' },
  cloud_graph_host_name: { means: 'Where the directory itself can be asked, by an older API.' },
  msgraph_host: { means: 'Where the directory itself can be asked.' },
  rbac_url: { means: 'Where the roles of people are asked for.' },
  kerberos_endpoint: { means: 'Where a ticket of the local network is exchanged.' },
  http_logout_supported: { means: 'Whether a logout through the browser is possible.' },
  frontchannel_logout_supported: {
    means: 'Whether the provider loads a page of the product to announce a logout.',
  },
  frontchannel_logout_session_supported: { means: 'Whether that message names the session that ended.' },
  backchannel_logout_supported: { means: 'Whether the provider announces a logout to the product directly.' },
  backchannel_logout_session_supported: { means: 'Whether that message names the session that ended.' },
  request_uri_parameter_supported: { means: 'Whether a request may be the address of a stored request.' },
  request_parameter_supported: { means: 'Whether a request may be a signed token.' },
  require_request_uri_registration: { means: 'Whether that address must be registered.' },
  claims_parameter_supported: { means: 'Whether the product can ask for individual claims.' },
  authorization_response_iss_parameter_supported: {
    means: 'Whether the response through the browser names its issuer, for the product to compare.',
  },
  keys: { means: 'The public keys. Each has an identifier, “kid”, which a token repeats in its header.' },
  challenge: { means: 'A random value for one use. It comes back inside what the key signs.' },
  rp: { means: 'The site that the key is for. Its id is a domain, and the key answers to no other.' },
  rpId: { means: 'The domain that the key is for.' },
  user: { means: 'The account that the key is for.' },
  pubKeyCredParams: { means: 'Which kinds of key the product accepts, in order of preference.' },
  allowCredentials: { means: 'The keys registered for the account.' },
  excludeCredentials: { means: 'Keys that are already registered. No key can be registered twice.' },
  authenticatorSelection: {
    means: 'What the authenticator must be able to do: store the key itself, or recognise the person.',
  },
  extensions: { means: 'What else the product asks of the authenticator, if it supports that.' },
  hints: { means: 'What the browser offers first: a security key, this device, or a phone.' },
  residentKey: { means: 'Whether the authenticator must be able to find the key without the account name.' },
  userVerification: {
    means: 'Whether the authenticator must recognise the person, for example by PIN or fingerprint.',
  },
  attestation: { means: 'Whether the authenticator must prove its make and model. “none” means no.' },
  timeout: { means: 'How long the browser waits for the person, in ms.' },
  response: { means: 'The authenticator’s response. It is decoded below.' },
  email: { means: 'The address of the account.' },
  sub: { means: 'The person’s identifier at the provider, which never belongs to anyone else.' },
  username: { means: 'The name of the account.' },
  loginfmt: { means: 'The name of the account at the provider.' },
  stay: { means: 'Whether the provider keeps the person signed in after they close the browser.' },
  consent: { means: 'Whether the person lets the product read what it asks for.' },
}

/** Lists of a discovery document: `…_supported`. */
const SUPPORTED = /^(.+?)_(?:values_)?supported$/
const supported: Readonly<Record<string, string>> = {
  scope: 'What the product can ask for.',
  scopes: 'What the product can ask for.',
  claims: 'What the tokens can say about the person.',
  claim_types: 'In which form the tokens say it.',
  response_types: 'What the provider can return: a code, tokens, or both.',
  response_modes: 'How the response can come back.',
  grant_types: 'What the product can exchange for tokens.',
  subject_types:
    'Whether each product gets its own identifier for the person (pairwise), or all get the same one (public).',
  code_challenge_methods: 'How the product may calculate a code challenge from its verifier.',
  prompt: 'What the product can require of the sign-in.',
  acr: 'How strong a sign-in the product can ask for.',
  display: 'How the provider can show the sign-in page.',
  ui_locales: 'Which languages the sign-in page has.',
}

function supportedIn(name: string): string | undefined {
  const [, what] = SUPPORTED.exec(name) ?? []
  if (what === undefined) return undefined
  if (Object.hasOwn(supported, what)) return supported[what]
  if (/_auth_methods$/.test(what)) return 'How the product can prove its identity there.'
  if (/_alg$/.test(what)) return 'Which algorithms can sign or encrypt it.'
  return /_enc$/.test(what) ? 'Which ciphers can encrypt it.' : undefined
}

const FORM_TOKEN = /^_?(csrf|form)[-_]?token$|^authenticity_token$/i
const SECRET = /secret|token|^otp$|^totp$|^passcode$/i

/**
 * What a parameter means, and whether it is shown only when asked for.
 * @param kind of the exchange that has it: a form calls its one-time code what the protocol calls its authorization code
 */
export function meaningOf(name: string, kind?: Kind): { means: string | undefined; isSecret: boolean } {
  if (kind === 'code' && isCodeName(name))
    return {
      means: 'The code from the authenticator app. It works once and for a short time.',
      isSecret: true,
    }
  const lists = supportedIn(name)
  const one = Object.hasOwn(known, name) ? known[name] : lists === undefined ? undefined : { means: lists }
  if (one) return { means: one.means, isSecret: one.isSecret ?? false }
  if (isPasswordName(name)) return { means: 'The text typed into a password field.', isSecret: true }
  if (FORM_TOKEN.test(name))
    return { means: 'A random value in the page. A form on another site does not know it.', isSecret: true }
  return { means: undefined, isSecret: SECRET.test(name) && !/endpoint|supported|_type/.test(name) }
}

const headers: Readonly<Record<string, string>> = {
  accept: 'Which formats the browser accepts.',
  authorization: 'Who sends the request: a client ID with its secret (Basic), or a token (Bearer).',
  'cache-control': 'Whether a cache may store the response. “no-store” means no.',
  'content-security-policy': 'What the page may load, and who may show it in a frame.',
  'content-type': 'The format of the body.',
  cookie: 'Values that this host set earlier. They identify the session.',
  host: 'Which site the request is for. One server can have several.',
  location: 'Where the browser goes next.',
  origin: 'The site whose page sent the request. A form on another site has a different origin.',
  referer: 'The page that the request comes from.',
  'referrer-policy': 'How much of this address the browser tells the next site.',
  refresh: 'Where the page sends the browser next.',
  'sec-fetch-dest': 'What the response is for: a page, a frame or a script.',
  'sec-fetch-mode': 'Whether a person opened a page or a script sent the request.',
  'sec-fetch-site': 'Whether the request comes from a page on the same site.',
  'set-cookie': 'A value that the browser stores and sends with every later request.',
  'strict-transport-security': 'The browser must use TLS from now on.',
  'user-agent': 'Which program sends the request.',
  'x-content-type-options': '“nosniff” means that the browser does not guess the content type.',
  'x-frame-options': 'Which sites may show the page in a frame.',
}

export const headerMeaning = (name: string): string | undefined => {
  const key = name.toLowerCase()
  return Object.hasOwn(headers, key) ? headers[key] : undefined
}
