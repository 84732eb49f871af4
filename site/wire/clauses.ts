/** A clause of a standard: what it is called, and where it can be read. */
export interface Clause {
  title: string
  href: string
}

const rfc = (number: number, section: string, what: string): Clause => ({
  title: `RFC ${number} section ${section}: ${what}`,
  href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
})

const openid = (anchor: string, section: string, what: string): Clause => ({
  title: `OpenID Connect Core 1.0 section ${section}: ${what}`,
  href: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
})

const webauthn = (anchor: string, section: string, what: string): Clause => ({
  title: `WebAuthn Level 3 section ${section}: ${what}`,
  href: `https://www.w3.org/TR/webauthn-3/#${anchor}`,
})

/** Every clause that a message or a check names. */
export const clauses = {
  'authorization-request': rfc(6749, '4.1.1', 'Authorization Request'),
  'authorization-answer': rfc(6749, '4.1.2', 'Authorization Response'),
  'authorization-error': rfc(6749, '4.1.2.1', 'Error Response'),
  'token-request': rfc(6749, '4.1.3', 'Access Token Request'),
  'token-answer': rfc(6749, '4.1.4', 'Access Token Response'),
  'redirect-uri': rfc(6749, '3.1.2', 'Redirection Endpoint'),
  'client-password': rfc(6749, '2.3.1', 'Client Password'),
  csrf: rfc(6749, '10.12', 'Cross-Site Request Forgery'),
  'code-challenge': rfc(7636, '4.2', 'Client Creates the Code Challenge'),
  'code-verifier': rfc(7636, '4.6', 'Server Verifies code_verifier before Returning the Tokens'),
  bearer: rfc(6750, '2.1', 'Authorization Request Header Field'),
  'response-issuer': rfc(9207, '2', 'Response Parameter iss'),
  'key-set': rfc(7517, '5', 'JWK Set Format'),
  signature: rfc(7515, '5.2', 'Message Signature or MAC Validation'),
  claims: rfc(7519, '4.1', 'Registered Claim Names'),
  cookie: rfc(6265, '4.1', 'Set-Cookie'),
  'see-other': rfc(9110, '15.4.4', '303 See Other'),
  totp: rfc(6238, '4', 'TOTP Algorithm'),
  'totp-once': rfc(6238, '5.2', 'Validation and Time-Step Size'),
  hotp: rfc(4226, '5.3', 'Generating an HOTP Value'),
  'authentication-request': openid('AuthRequest', '3.1.2.1', 'Authentication Request'),
  'authentication-error': openid('AuthError', '3.1.2.6', 'Authentication Error Response'),
  'id-token': openid('IDToken', '2', 'ID Token'),
  'id-token-checks': openid('IDTokenValidation', '3.1.3.7', 'ID Token Validation'),
  userinfo: openid('UserInfo', '5.3', 'UserInfo Endpoint'),
  'userinfo-subject': openid('UserInfoResponse', '5.3.2', 'Successful UserInfo Response'),
  'form-post': {
    title: 'OAuth 2.0 Form Post Response Mode section 2',
    href: 'https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html#FormPostResponseMode',
  },
  discovery: {
    title: 'OpenID Connect Discovery 1.0 section 4: Obtaining OpenID Provider Configuration Information',
    href: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig',
  },
  logout: {
    title: 'OpenID Connect RP-Initiated Logout 1.0 section 2',
    href: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
  },
  'back-channel-logout': {
    title: 'OpenID Connect Back-Channel Logout 1.0 section 2.5',
    href: 'https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest',
  },
  'creation-options': webauthn('dictionary-makecredentialoptions', '5.4', 'Options for Credential Creation'),
  'request-options': webauthn('dictionary-assertion-options', '5.5', 'Options for Assertion Generation'),
  registration: webauthn('sctn-registering-a-new-credential', '7.1', 'Registering a New Credential'),
  assertion: webauthn('sctn-verifying-assertion', '7.2', 'Verifying an Authentication Assertion'),
  'client-data': webauthn('dictionary-client-data', '5.8.1', 'Client Data Used in WebAuthn Signatures'),
  'authenticator-data': webauthn('sctn-authenticator-data', '6.1', 'Authenticator Data'),
  counter: webauthn('sctn-sign-counter', '6.1.1', 'Signature Counter Considerations'),
} as const satisfies Record<string, Clause>

/** A clause by its key; `undefined` for one that is not known. */
export const clauseOf = (key: string): Clause | undefined =>
  Object.hasOwn(clauses, key) ? clauses[key as keyof typeof clauses] : undefined
