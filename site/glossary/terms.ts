/** A word of logins that a reader may not know. */
export interface Term {
  /** What it is, and why there is such a thing: one sentence, two or three at most. */
  means: string
  /** What else it is called, here or elsewhere: a person who looks for one of these means this. */
  also?: readonly string[]
}

export const terms: Readonly<Record<string, Term>> = {
  'single sign-on': {
    means:
      'One login for many products: the organization’s identity provider signs people in, and the products trust it. One place to add people, and one to lock them out.',
    also: ['SSO', 'SAML'],
  },
  'OpenID Connect': {
    means:
      'A standard for single sign-on: how a product asks a provider who someone is, and how it checks the answer. With it, any provider fits any product.',
    also: ['OIDC', 'OpenID', 'OAuth'],
  },
  'identity provider': {
    means:
      'The server that knows who people are and vouches for them, such as Microsoft Entra ID. A product that trusts it needs no passwords of its own.',
    also: ['IdP', 'Okta', 'ADFS', 'Google Workspace', 'Keycloak'],
  },
  'Microsoft Entra ID': {
    means: 'The identity provider of Microsoft. Until 2023 it was called Azure Active Directory.',
    also: ['Azure AD', 'Azure', 'AAD', 'Active Directory', 'Office 365', 'Microsoft 365', 'O365'],
  },
  'second factor': {
    means:
      'Another proof next to the password: something you have, such as a phone or a key. A stolen password alone then opens nothing.',
    also: ['2FA', 'MFA', 'two-factor', 'two factor authentication', 'multi-factor', 'two-step verification'],
  },
  'authenticator app': {
    means:
      'An app on your phone that makes one time codes, such as Google Authenticator. It needs no network: the secret from the QR code and the time are enough.',
    also: ['Microsoft Authenticator', 'Authy', 'authenticator'],
  },
  'QR code': {
    means:
      'A picture with the secret that the product and the authenticator app share from then on. Both make the same codes from it.',
    also: ['barcode', 'setup key'],
  },
  'one time code': {
    means:
      'Six digits that the app makes from the shared secret and the time. Good once, and for about 30 seconds.',
    also: ['OTP', 'TOTP', 'verification code', 'one-time password', 'six digits', '6 digits'],
  },
  'security key': {
    means:
      'A small device that signs a challenge of the product. It answers only to the address it was registered at, so a false page gets nothing.',
    also: ['YubiKey', 'FIDO', 'FIDO2', 'U2F', 'passkey', 'hardware key', 'USB key', 'hardware token'],
  },
  'activation link': {
    means:
      'An address with a long random part that only this mail has. It proves that you read this mailbox. It expires so that an old mail opens nothing.',
    also: ['confirmation link', 'activation mail'],
  },
  'reset link': {
    means:
      'An address with a long random part, sent to your mailbox only. It proves that you read this mailbox, so you may set a new password. It works once and expires, so that nobody can use it again.',
    also: ['recovery link'],
  },
  'tenant link': {
    means: 'The address of your organization’s own part of the product.',
    also: ['login URL'],
  },
  MSP: {
    means:
      'A managed service provider: a company that looks after the IT of other organizations, and so logs in on behalf of many.',
    also: ['managed service provider'],
  },
  'redirect address': {
    means:
      'The address that the provider sends people back to, with its answer. It sends them nowhere else, so nobody can have the answer sent to themselves.',
    also: ['Redirect URI', 'redirect URL', 'callback URL', 'callback address', 'reply URL'],
  },
  'client ID': {
    means:
      'The product’s public identifier at the provider. It tells the provider which product is asking. It is not secret.',
    also: ['application ID', 'app ID'],
  },
  'client secret': {
    means:
      'A password that the product shows to the provider. It proves that the product asks, not someone who knows its client ID.',
    also: ['app secret', 'application secret'],
  },
  'discovery document': {
    means:
      'A file at a fixed address of the provider that lists its other addresses and keys, so that only one address needs to be typed.',
    also: [
      'discovery',
      'discovery address',
      'discovery URL',
      'well-known',
      'openid-configuration',
      'metadata',
    ],
  },
  consent: {
    means:
      'The question whether a product may read your name and address at the provider. An administrator can answer it for everyone.',
  },
  'ID token': {
    means:
      'The provider’s signed answer: who signed in, for which product, and until when. The signature proves that nobody has changed it.',
    also: ['JWT', 'claims'],
  },
  nonce: {
    means:
      'A random value that the product sends and finds again in the answer. An answer that someone recorded earlier has a different one.',
  },
  PKCE: {
    means:
      'Proof Key for Code Exchange: the product keeps a random secret, sends only its fingerprint first, and the secret itself with the code. Someone who intercepts the code cannot use it.',
    also: ['Proof Key for Code Exchange', 'code challenge', 'code verifier'],
  },
  'test connection': {
    means:
      'A button that asks the provider for its discovery document and keys before the settings are saved. It finds a wrong address before anyone has to log in with it.',
  },
  'break-glass access': {
    means:
      'A way in for emergencies: one Administrator keeps password and second factor while everyone else uses single sign-on. If the provider fails or a setting is wrong, that person can still log in and correct it.',
    also: ['break-glass', 'break glass', 'emergency access', 'emergency account'],
  },
  gap: {
    means: 'Something that the documentation leaves open, or where it contradicts itself or a standard.',
  },
}
