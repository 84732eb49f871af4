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
  ext_expires_in: {
    means:
      'For how many seconds the product may go on using the access token while the provider cannot be reached.',
  },
  client_info: {
    means:
      'Which account of which directory it is, so that the product finds the tokens again that it has kept.',
  },
  refresh_token_expires_in: { means: 'For how many seconds the refresh token is good.' },
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
  device_authorization_endpoint: { means: 'Where a device without a browser begins a log-in.' },
  introspection_endpoint: { means: 'Where an API asks whether a token is still good.' },
  revocation_endpoint: { means: 'Where the product gives back a token that it no longer needs.' },
  registration_endpoint: { means: 'Where a product can register by itself.' },
  pushed_authorization_request_endpoint: {
    means:
      'Where the product sends its request beforehand, so that the browser carries only a reference to it.',
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
  http_logout_supported: { means: 'Whether a logout by the browser is possible.' },
  frontchannel_logout_supported: {
    means: 'Whether the provider loads a page of the product to tell it of a logout.',
  },
  frontchannel_logout_session_supported: { means: 'Whether it says there which session has ended.' },
  backchannel_logout_supported: { means: 'Whether the provider tells the product of a logout directly.' },
  backchannel_logout_session_supported: { means: 'Whether it says there which session has ended.' },
  request_uri_parameter_supported: { means: 'Whether a request may be an address at which the request is.' },
  request_parameter_supported: { means: 'Whether a request may be a signed token.' },
  require_request_uri_registration: { means: 'Whether such an address must have been registered.' },
  claims_parameter_supported: { means: 'Whether single claims can be asked for.' },
  authorization_response_iss_parameter_supported: {
    means: 'Whether the answer that the browser brings names its issuer, which the product then compares.',
  },
  keys: { means: 'The public keys. Each has a name, “kid”, which a token repeats in its header.' },
  challenge: { means: 'Random, and used once. It comes back inside what the key signs.' },
  rp: { means: 'For whom the key is made. Its id is a domain: the key answers no other.' },
  rpId: { means: 'The domain that the key was made for.' },
  user: { means: 'For which account the key is made.' },
  pubKeyCredParams: { means: 'Which kinds of key the product takes, the best first.' },
  allowCredentials: { means: 'The keys that are registered for the account.' },
  excludeCredentials: { means: 'Keys that are registered already, so that none is registered twice.' },
  authenticatorSelection: {
    means: 'What the authenticator must be able to do: keep the key by itself, or recognise the person.',
  },
  extensions: { means: 'Further things that the product asks of the authenticator, where it can do them.' },
  hints: { means: 'What the browser offers first: a security key, this device, or a phone.' },
  residentKey: { means: 'Whether the key must be found without the name of the account.' },
  userVerification: { means: 'Whether the authenticator must recognise the person, by PIN or finger.' },
  attestation: { means: 'Whether the authenticator must prove its make and model. “none”: it need not.' },
  timeout: { means: 'How long the browser waits for the person, in ms.' },
  response: { means: 'What the authenticator has answered. It is decoded below.' },
  email: { means: 'The address of the account.' },
  sub: { means: 'The person, as the provider names them: never given to someone else.' },
  username: { means: 'The name of the account.' },
  loginfmt: { means: 'The name of the account at the provider.' },
  stay: { means: 'Whether the provider keeps the person signed in after the browser is closed.' },
  consent: { means: 'Whether the person lets the product read what it asks for.' },
}

/** Lists of a discovery document: `…_supported`. */
const SUPPORTED = /^(.+?)_(?:values_)?supported$/
const supported: Readonly<Record<string, string>> = {
  scope: 'What can be asked for.',
  scopes: 'What can be asked for.',
  claims: 'What the tokens can say of the person.',
  claim_types: 'How the tokens say it.',
  response_types: 'What can be wanted back: a code, tokens, or both.',
  response_modes: 'How the answer can come back.',
  grant_types: 'What can be exchanged for tokens.',
  subject_types:
    'Whether each product sees the person under a name of its own (pairwise), or all see the same (public).',
  code_challenge_methods: 'How a code challenge may be made of its verifier.',
  prompt: 'What the product can demand of the sign-in.',
  acr: 'How surely the person can be asked to sign in.',
  display: 'How the sign-in page can be shown.',
  ui_locales: 'In which languages the sign-in page can be shown.',
}

function supportedIn(name: string): string | undefined {
  const [, what] = SUPPORTED.exec(name) ?? []
  if (what === undefined) return undefined
  if (Object.hasOwn(supported, what)) return supported[what]
  if (/_auth_methods$/.test(what)) return 'How the product can prove there who it is.'
  if (/_alg$/.test(what)) return 'With which algorithms that can be signed or encrypted.'
  return /_enc$/.test(what) ? 'With which ciphers that can be encrypted.' : undefined
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
  const lists = supportedIn(name)
  const one = Object.hasOwn(known, name) ? known[name] : lists === undefined ? undefined : { means: lists }
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
