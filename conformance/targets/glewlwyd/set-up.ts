/**
 * Sets up what an administrator of Glewlwyd does on its pages: one-time codes, which the account's page asks for, and a new password by mail.
 * @returns a key of the administrator’s interface
 */
export async function setUp(url: string, smtpPort: number): Promise<string> {
  const login = await fetch(`${url}/api/auth/`, asJson('POST', { username: 'admin', password: 'password' }))
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${url}/api/${path}`, asJson(method, body, cookie))
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  await send('POST', 'mod/scheme/', OTP)
  await send('PUT', 'scope/g_profile', PROFILE)
  await send('POST', 'mod/plugin/', registerOf(url, smtpPort))
  const { key } = await (await send('POST', 'key/', {})).json()
  return key
}

const asJson = (method: string, body: unknown, cookie = ''): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify(body),
})

const OTP = {
  module: 'otp',
  name: 'otp',
  display_name: 'One-time code',
  expiration: 600,
  max_use: 0,
  allow_user_register: true,
  parameters: {
    issuer: 'harbour.example',
    'secret-minimum-size': 20,
    'otp-length': 6,
    'hotp-allow': false,
    'totp-allow': true,
    'totp-window': 1,
    'totp-start-offset': 0,
  },
}

/** Who opens the page of the account has given a password and a code, if they have registered for codes. */
const PROFILE = {
  name: 'g_profile',
  display_name: 'Profile',
  description: 'The page of the account',
  password_required: true,
  password_max_age: 0,
  scheme: { '1': [{ scheme_type: 'otp', scheme_name: 'otp' }] },
  scheme_required: { '1': 1 },
}

const registerOf = (url: string, port: number) => ({
  module: 'register',
  name: 'register',
  display_name: 'Reset by mail',
  order_rank: 0,
  readonly: false,
  parameters: {
    registration: false,
    'update-email': false,
    'reset-credentials': true,
    'reset-credentials-session-key': 'reset_session',
    'reset-credentials-session-duration': 3600,
    'reset-credentials-email': true,
    'reset-credentials-token-duration': 3600,
    'reset-credentials-from': 'harbour@example.com',
    'reset-credentials-content-type': 'text/plain; charset=utf-8',
    'reset-credentials-code': false,
    templatesResetCredentials: {
      en: {
        defaultLang: true,
        subject: 'Your new password',
        'body-pattern': `Choose a new password: ${url}/profile.html?resetCredentials=register&token={TOKEN}`,
      },
    },
    host: '127.0.0.1',
    port,
    'use-tls': false,
    'check-certificate': false,
    user: '',
    password: '',
  },
})
