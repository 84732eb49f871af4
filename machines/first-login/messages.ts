/**
 * Whole sentences for the parts of messages that the model names, as model mode shows them; a part that is a sentence already
 * is not listed.
 */
export const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    code: 'That code isn’t right. Enter the six digits that your app shows now.',
    key: 'Can’t scan? Type this key into your authenticator app.',
    blocked: 'This account is blocked after too many wrong passwords. Try again in 30 minutes.',
    'too many': 'There were too many wrong codes. Try again in 30 minutes.',
    'try again': 'The key wasn’t used. Have it at hand and try again.',
    'at least 12 characters': 'Your password needs at least 12 characters.',
    Administrator: 'Only an Administrator may do this.',
    'Client ID': 'Enter the Client ID.',
    GUID: 'A Client ID is a GUID: five groups of letters a to f and digits.',
    address: 'Enter a whole address, beginning with https://.',
    reach: 'Nothing can be reached at this address.',
    issuer: 'The issuer in the document doesn’t match its address.',
    name: 'Enter a name.',
    https: 'The redirect address must begin with https, or with http://localhost.',
    Value: 'Copy the Value now: it isn’t shown again.',
    'e-mail address': 'Enter an e-mail address, such as colleague@example.com.',
    already: 'This person has been added already.',
    'Pending Verification': 'Added. The user is Pending Verification.',
    sent: 'The invitation was sent again.',
    Verified: 'The user is Verified.',
    'not been added':
      'You are known at the provider, but you have not been added to 1Secure. Ask an Administrator.',
    cancelled: 'The sign-in was cancelled at the provider.',
    declined: 'The permissions were declined at the provider.',
    AADSTS50011: 'AADSTS50011: the redirect address of the request is not registered for the app.',
  },
  'provider-login': {
    password: 'AADSTS50126: the account or the password is wrong.',
    account: 'AADSTS50034: this account does not exist in the directory.',
  },
}
