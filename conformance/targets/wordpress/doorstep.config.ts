import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { addPerson, type Blog, startWordpress } from './start-wordpress.ts'

const password = 'violet harbour 27 lanterns'
const loginName = (email: string) => email.slice(0, email.indexOf('@'))

/** Somebody whom an administrator has just added: a mail brings the link to a form for the password. */
async function invited({ data, freshAddress }: Tools<Blog>): Promise<Arranged> {
  const email = freshAddress()
  await addPerson(data, loginName(email), email)
  return { email }
}

async function activated({ data, freshAddress }: Tools<Blog>): Promise<Arranged> {
  const email = freshAddress()
  await addPerson(data, loginName(email), email, password)
  return { email, password }
}

const oneForm = { unneeded: 'one form asks for address and password' }

export default defineDeployment({
  name: 'WordPress 6.1',
  async start({ smtp }) {
    if (!smtp) throw new Error('WordPress must know where to send its mail')
    return startWordpress(smtp)
  },
  flows: ['activate-account', 'log-in', 'reset-password'],
  givens: { invited, activated, 'reset-password/authenticator-app': activated },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/wp-admin/profile.php',
    opens: async ({ fetch }) =>
      (await (await fetch('/wp-admin/profile.php')).text()).includes('your-profile'),
  },
  arrangeWithin: 60,
  notHere: {
    'log-in/email.empty': 'the address is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'activate-account/new-password.none': 'the button is disabled while the field is empty',
    'reset-password/new-password.none': 'the button is disabled while the field is empty',
  },
  screens: {
    'invitation-mail': {
      heading: '[Harbour] Login Details',
      labels: {
        'Activate my Netwrix account': (page) => page.getByRole('link', { name: 'action=rp' }),
        'account activation link': (page) => page.getByRole('link', { name: 'action=rp' }),
        'Netwrix 1Secure tenant link': (page) => page.getByRole('link').last(),
      },
    },
    'log-in/invitation-mail': { absent: 'who has a password is sent no mail before the login' },
    'change-your-password': {
      heading: (page) => page.getByText('Enter your new password below'),
      labels: {
        'Re-enter new password': { unneeded: 'the password is typed once' },
        'Reset Password': 'Save Password',
      },
      // It is said next to the field, and the button is disabled.
      messages: { 'at least 12 characters': /weak/i },
    },
    'account-activated': {
      heading: (page) => page.getByText('Your password has been reset'),
      labels: { 'Log in to 1Secure': 'Log in' },
    },
    'password-changed': {
      heading: (page) => page.getByText('Your password has been reset'),
      labels: { 'Log in to 1Secure': 'Log in' },
    },
    'invalid-link': {
      heading: (page) => page.getByText('link appears to be invalid'),
      labels: { 'Log in to 1Secure': 'Log in' },
    },
    'login-page': { heading: false, labels: { 'Log In': oneForm } },
    'email-address': {
      heading: false,
      labels: { 'Email address': 'Username or Email Address', Continue: oneForm },
    },
    'enter-your-password': {
      heading: false,
      labels: {
        Continue: 'Log In',
        'Forgot password': 'Lost your password?',
        Edit: { absent: 'the address stays in its field' },
      },
      messages: {
        'Wrong email or password': /is incorrect|Unknown email address/,
        'Password is required': 'The password field is empty',
      },
    },
    'keep-your-account-safe': {
      absent: 'there is no second factor',
      signedIn: 'the password is enough',
    },
    'verify-your-identity': {
      absent: 'there is no second factor',
      signedIn: 'the password is enough',
    },
    dashboard: {
      heading: 'Profile',
      labels: {
        'Log out': {
          absent: 'it is in a menu that opens first',
          instead: async (page) => {
            await page.getByText('Howdy, ').first().hover()
            await page.locator('#wp-admin-bar-logout a').click()
            return 'done'
          },
        },
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: (page) => page.getByText('Please enter your username or email address'),
      labels: { 'Email address': 'Username or Email Address', Continue: 'Get New Password' },
    },
    'check-your-email': {
      heading: (page) => page.getByText('Check your email for the confirmation link'),
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: '[Harbour] Password Reset',
      labels: { 'password reset link': { role: 'link' } },
    },
  },
})
