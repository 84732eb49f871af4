import { existsSync } from 'node:fs'
import { isAddress } from '../draft/download.ts'

/** What somebody says of their deployment, by the name of the option. What was not asked is absent. */
export type Answers = Partial<Record<Key, string>>

export type Key =
  | 'url'
  | 'name'
  | 'docs'
  | 'accounts'
  | 'accountsPath'
  | 'protectedPage'
  | 'mailbox'
  | 'smtpPort'
  | 'imapHost'
  | 'imapUser'
  | 'provider'
  | 'redirectUri'
  | 'discoveryUrl'
  | 'clientId'

/** One question, and the option that answers it beforehand. */
export interface Question {
  key: Key
  /** As the command takes it: `--smtp-port <n>`. */
  option: string
  /** What is asked at a terminal. */
  asks: string
  /** What the help says. */
  help: string
  /** The answers there are, each in words. */
  choices?: Readonly<Record<string, string>>
  /** The answer that `--yes` gives; without one, it has to be said. */
  usual?: (before: Answers) => string
  /** Whether the answers before make this a question. */
  when?: (before: Answers) => boolean
  /** What is wrong with an answer, in one sentence. */
  wrong?: (answer: string) => string | undefined
}

/** The answer to `docs` that takes the pack which comes with Doorstep. */
export const BUNDLED = 'bundled'

const address = (example: string) => (answer: string) =>
  isAddress(answer) ? undefined : `It must be an address with http:// or https://, such as ${example}.`
const isPath = (example: string) => (answer: string) =>
  answer.startsWith('/') || isAddress(answer) ? undefined : `It must be a path, such as ${example}.`
const said = (answer: string) => (answer.trim() === '' ? 'It must not be empty.' : undefined)

function wrongPort(answer: string): string | undefined {
  if (answer === '0')
    return 'It must be a port that the deployment knows, from 1 to 65535: 0, any free one, is only for a profile that starts the deployment itself.'
  return /^\d+$/.test(answer) && Number(answer) < 65_536
    ? undefined
    : 'It must be a port, a number from 1 to 65535.'
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    key: 'url',
    option: '--url <url>',
    asks: 'Where is the login page of your deployment?',
    help: 'address of the login page',
    wrong: address('https://login.example.com'),
  },
  {
    key: 'name',
    option: '--name <name>',
    asks: 'What do reports call it?',
    help: 'what reports call the deployment; default: its host',
    usual: ({ url = '' }) => (URL.canParse(url) ? new URL(url).host : ''),
    wrong: said,
  },
  {
    key: 'docs',
    option: '--docs <file|folder|url>',
    asks: 'Where is its documentation: a page or a folder of pages, an address, the folder of a pack, or “bundled”?',
    help: 'its documentation: a page in Markdown or HTML, a folder of them, the address of one, or the folder of a pack; default: the bundled pack',
    usual: () => BUNDLED,
    wrong: (answer) =>
      answer === BUNDLED || existsSync(answer) || isAddress(answer)
        ? undefined
        : `There is no file or folder "${answer}"; "${BUNDLED}" takes the bundled pack.`,
  },
  {
    key: 'accounts',
    option: '--accounts <how>',
    asks: 'How does a new person get an account?',
    help: 'how an account is made',
    choices: {
      api: 'a request to an API creates or invites them',
      form: 'a page where people sign up',
      none: 'not yet: I arrange it later',
    },
    usual: () => 'none',
  },
  {
    key: 'accountsPath',
    option: '--accounts-path <path>',
    asks: 'Where is that?',
    help: 'path of that API or page',
    when: ({ accounts }) => accounts === 'api' || accounts === 'form',
    usual: ({ accounts }) => (accounts === 'api' ? '/api/invitations' : '/sign-up'),
    wrong: isPath('/api/invitations'),
  },
  {
    key: 'protectedPage',
    option: '--protected-page <path>',
    asks: 'Which page may only someone see who is signed in?',
    help: 'path of a page that only someone signed in may see',
    usual: () => '/dashboard',
    wrong: isPath('/dashboard'),
  },
  {
    key: 'mailbox',
    option: '--mailbox <kind>',
    asks: 'Where does its mail arrive?',
    help: 'where its mail arrives',
    choices: {
      smtp: 'at a mail server that Doorstep starts; the deployment sends there',
      imap: 'in a mailbox that is read over IMAP',
      none: 'nowhere that Doorstep can read',
    },
    usual: () => 'none',
  },
  {
    key: 'smtpPort',
    option: '--smtp-port <n>',
    asks: 'At which port does Doorstep listen for mail?',
    help: 'port of that mail server',
    when: ({ mailbox }) => mailbox === 'smtp',
    usual: () => '2525',
    wrong: wrongPort,
  },
  {
    key: 'imapHost',
    option: '--imap-host <host>',
    asks: 'Which host has the mailbox?',
    help: 'host of the mailbox',
    when: ({ mailbox }) => mailbox === 'imap',
    wrong: said,
  },
  {
    key: 'imapUser',
    option: '--imap-user <user>',
    asks: 'Which user reads it? The password comes from the environment, IMAP_PASSWORD.',
    help: 'user of the mailbox; the password comes from the environment, IMAP_PASSWORD',
    when: ({ mailbox }) => mailbox === 'imap',
    wrong: said,
  },
  {
    key: 'provider',
    option: '--provider <which>',
    asks: 'Which identity provider does it trust for single sign-on?',
    help: 'the identity provider for single sign-on',
    choices: {
      bundled: 'the mock provider that comes with Doorstep',
      own: 'one that runs already',
      none: 'none',
    },
    usual: () => 'none',
  },
  {
    key: 'redirectUri',
    option: '--redirect-uri <uri>',
    asks: 'Where does the provider send people back to?',
    help: 'where the provider sends people back to: an address, or a path of the deployment',
    when: ({ provider }) => provider === 'bundled' || provider === 'own',
    usual: () => '/login/callback',
    wrong: isPath('/login/callback'),
  },
  {
    key: 'discoveryUrl',
    option: '--discovery-url <url>',
    asks: 'Where is its discovery document?',
    help: 'address of the provider’s discovery document',
    when: ({ provider }) => provider === 'own',
    wrong: address('https://login.example.com/.well-known/openid-configuration'),
  },
  {
    key: 'clientId',
    option: '--client-id <id>',
    asks: 'Which client ID has the deployment there?',
    help: 'the client ID of the deployment at the provider',
    when: ({ provider }) => provider === 'own',
    wrong: said,
  },
]
