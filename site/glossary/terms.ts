/** Words of logins that a reader may not know: what each is, and why there is such a thing. One sentence or two. */
export const terms: Readonly<Record<string, string>> = {
  'single sign-on':
    'One login for many products: the organization’s identity provider signs people in, and the products trust it. One place to add people, and one to lock them out.',
  'identity provider':
    'The server that knows who people are and vouches for them, such as Microsoft Entra ID.',
  'second factor':
    'Another proof next to the password: something you have, such as a phone or a key. A stolen password alone then opens nothing.',
  'QR code':
    'A picture with the secret that the product and the authenticator app share from then on. Both make the same codes from it.',
  'one time code':
    'Six digits that the app makes from the shared secret and the time. Good once, and for about 30 seconds.',
  'security key':
    'A small device that signs a challenge of the product. It answers only to the address it was registered at, so a false page gets nothing.',
  'activation link':
    'An address with a long random part that only this mail has. It proves that you read this mailbox. It expires so that an old mail opens nothing.',
  'reset link':
    'An address with a long random part, sent to your mailbox only: who reads the mailbox may set a new password. It works once and expires, so that it can’t be reused.',
  'tenant link': 'The address of your organization’s own part of the product.',
  'redirect address':
    'Where the provider sends people back with its answer. It sends them nowhere else, so that no one can have the answer sent to themselves.',
  'Redirect URI':
    'Where the provider sends people back with its answer. It sends them nowhere else, so that no one can have the answer sent to themselves.',
  'client ID': 'The name by which the provider knows the product. It is not secret.',
  'client secret':
    'A password that the product shows to the provider. It proves that the product asks, not someone who knows its client ID.',
  'discovery document':
    'A file at a fixed address of the provider that lists its other addresses and keys, so that only one address needs to be typed.',
  consent:
    'The question whether a product may read your name and address at the provider. An administrator can answer it for everyone.',
  nonce:
    'A random value that the product sends and finds again in the answer. An answer that was recorded earlier has another one.',
  PKCE: 'The product keeps a random secret and sends only its fingerprint ahead. Who intercepts the code cannot use it.',
  gap: 'Something that the documentation leaves open, or where it contradicts itself or a standard.',
}
