/** What can be wrong with Depot: name → what is wrong then. */
export const faults = {
  'code-works-twice': 'A one-time code works again while it is valid',
  'codes-race': 'A one-time code is spent a moment after it was found to be new',
  'old-codes': 'One-time codes of the last ten time steps are taken',
  'master-code': '000000 opens every account',
  'code-left-out': 'Where the JSON has no code, none is compared',
  'code-of-named-account': 'The code is compared with the app of the account that the JSON names',
  'opens-named-account': 'The code opens the account that the JSON names',
  'half-way-token': 'The token from after the password opens the API',
  'half-way-adds': 'The token from after the password adds people',
  'token-stays': 'The token from after the password becomes that of the session',
  'logout-in-browser-only': 'Logging out forgets the token in the browser alone',
  'token-left-behind': 'Logging out leaves the token in the browser',
  'token-in-address': 'The token is in the address of the first page',
  'counted-tokens': 'Tokens are counted',
  'unsigned-tokens': 'A token of the algorithm “none” is believed',
  'unchecked-tokens': 'The signature of a token is not compared',
  'tokens-never-end': 'A token works until its holder logs out',
  'reset-keeps-tokens': 'The tokens from before a reset go on working',
  'removed-but-in': 'The token of somebody who is removed goes on working',
  'role-by-invited': 'The JSON of an activation may bring a role',
  'link-of-named-account': 'A mailed link sets the password of the account that the JSON names',
  'link-works-twice': 'A mailed link sets a password as often as it is sent',
  'length-in-browser-only': 'The page alone knows how long a password must be',
  'guesses-in-browser-only': 'The page alone counts wrong passwords',
  'everybody-adds': 'The API lets everybody add people',
  'everybody-removes': 'The API lets everybody remove people',
  'people-for-anybody': 'The API lists the people of an id to anybody',
  'people-of-all': 'An administrator changes the people of other companies by their id',
  'last-name': 'Everybody is named as the one who logged in last',
  'change-without-current': 'The API changes a password without the current one',
  'tells-unknown': 'An address that nobody has is answered otherwise',
  'any-content-type': 'The API takes JSON that a page of another site may send',
  'stack-for-a-token': 'A token that cannot be read is answered with a stack trace',
  'answer-for-any-browser': 'The answer of the provider logs in any browser that brings it',
  'provider-token-kept': 'The ID token of the provider is kept in the browser',
} as const

export type Fault = keyof typeof faults

export const isFault = (name: string | undefined): name is Fault =>
  name !== undefined && Object.hasOwn(faults, name)
