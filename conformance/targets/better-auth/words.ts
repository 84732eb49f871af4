/** What the app says instead of an error of better-auth or of the provider, by its code. */
export const words: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'Nobody goes by that address and passphrase.',
  INVALID_EMAIL: 'Nobody goes by that address and passphrase.',
  PASSWORD_TOO_SHORT: 'Twelve characters at least, please.',
  PASSWORD_TOO_LONG: 'That is more than we can remember.',
  INVALID_PASSWORD: 'That is not your passphrase.',
  INVALID_TOKEN: 'That link leads nowhere any more.',
  INVALID_CODE: 'Those digits do not fit.',
  INVALID_BACKUP_CODE: 'That spare code does not fit.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'You tried too often: sign on again.',
  INVALID_TWO_FACTOR_COOKIE: 'You tried too often, or took too long: sign on again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'You tried too often: come back in a quarter of an hour.',
  signup_disabled: 'The company knows you, but you are not on the list.',
  account_not_linked: 'Choose a passphrase first: the link to it is in your mail.',
  access_denied: 'You turned round at the company’s door.',
}

export const inWords = (code = '') => words[code] ?? 'That did not work.'
