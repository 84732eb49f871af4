import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { addPerson, type Doku, startDokuwiki } from './start-dokuwiki.ts'

const password = 'violet harbour 27 lanterns'

/** Somebody whom an administrator has added, with a password. */
async function activated({ data, freshAddress }: Tools<Doku>): Promise<Arranged> {
  const email = freshAddress()
  const login = email.slice(0, email.indexOf('@'))
  await addPerson(data, login, password, email)
  return { email, login, password }
}

const oneForm = { unneeded: 'one form asks for both' }
const noFactor = { absent: 'there is no second factor', signedIn: 'the password is enough' }

export default defineDeployment<Doku>({
  name: 'DokuWiki 2022-07-31',
  async start({ smtp }) {
    if (!smtp) throw new Error('DokuWiki must know where to send its mail')
    return startDokuwiki(smtp)
  },
  flows: ['log-in', 'reset-password'],
  givens: { activated, 'reset-password/authenticator-app': activated },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/doku.php?id=start&do=profile',
    opens: async ({ fetch }) =>
      (await (await fetch('/doku.php?id=start&do=profile')).text()).includes('id="dw__register"'),
  },
  notHere: {
    'log-in/email.empty': 'the user name is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'reset-password/new-password.none': 'the form is there again, and nothing is said',
    'reset-password/reset-email.unknown': 'the page says that nobody has this name',
  },
  // What the wiki does otherwise, and why its owner may leave it at that.
  accept: {
    'reset-password/changePassword.readyButWeak/reset-password': 'a plugin would ask for a length',
    'ENU2.password': 'names of a wiki are public: each page shows its authors',
    'ENU3.alike': 'names of a wiki are public: each page shows its authors',
    'PWD5.refused': 'a plugin would compare with a list',
    'PWD7.repeated': 'the page goes to the one who typed it, and is not cached',
    'PWD8.decomposed': 'browsers here send composed letters',
    'LNK1.reset-at-once': 'the one who has the mail may do it several times in a second',
    'LNK8.referrer': 'pages of this wiki name no other site',
    'LNK10.host': 'the server in front answers to one name',
    'LNK12.reset': 'a plugin tells the administrator',
    'LNK12.changed': 'a plugin tells the administrator',
    'SES3.name': 'plain HTTP in this test environment',
    'SES3.secure': 'plain HTTP in this test environment',
    'SES3.same-site': 'the wiki sets none; its forms carry tokens',
    'SES5.reset': 'a mail that was not asked for changes nothing',
    'SES6.policy': 'X-Frame-Options keeps the page out of frames',
    'SES6.inside': 'X-Frame-Options keeps the page out of frames',
  },
  documented: { mailFrom: 'wiki@example.com' },
  pages: { changePassword: '/doku.php?id=start&do=profile' },
  screens: {
    'invitation-mail': { absent: 'an administrator tells people their password, and no mail is sent' },
    'login-page': {
      // The wiki shows the form where it denies a page, and by itself.
      heading: (page) => page.getByRole('heading', { name: /^(?:Permission Denied|Login)$/ }),
      labels: { 'Log In': oneForm },
    },
    'email-address': {
      heading: false,
      labels: { 'Email address': { login: 'Username' }, Continue: oneForm },
    },
    'enter-your-password': {
      heading: false,
      labels: {
        Continue: { role: 'button', name: 'Log In' },
        'Forgot password': 'Set new password',
        Edit: { absent: 'the user name stays in its field' },
      },
      messages: {
        'Wrong email or password': 'username or password was wrong',
        'Password is required': 'username or password was wrong',
      },
    },
    'keep-your-account-safe': noFactor,
    'verify-your-identity': noFactor,
    dashboard: {
      heading: (page) => page.getByText('Logged in as:'),
      labels: {
        'Log out': 'Log Out',
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: 'Set new password',
      labels: {
        'Email address': { login: 'Username' },
        Continue: { role: 'button', name: 'Set new password' },
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'check-your-email': {
      heading: (page) => page.getByText('A confirmation link has been sent by email.'),
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: '[Harbour] Your DokuWiki password',
      labels: { 'password reset link': { role: 'link', name: /pwauth/ } },
    },
    'change-your-password': {
      heading: 'Set new password',
      labels: {
        'New password': 'New password',
        'Re-enter new password': 'once again',
        'Reset Password': { role: 'button', name: 'Set new password' },
      },
      messages: { "Passwords don't match": 'The two given passwords are not identical' },
    },
    'password-changed': {
      absent: 'the wiki asks for the login at once',
    },
    'invalid-link': {
      heading: (page) => page.getByText('this auth code is not valid'),
      labels: { 'Log in to 1Secure': { role: 'link', name: 'Log In' } },
    },
  },
})
