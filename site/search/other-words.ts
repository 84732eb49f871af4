import type { Entry } from './entry.ts'
import { askedWords, wordsOf } from './words.ts'

/** What people type, and the words of the procedures for it. Words of logins have theirs in the glossary. */
const common: readonly (readonly [typed: string, here: string])[] = [
  ['login', 'log in'],
  ['logon', 'log in'],
  ['log on', 'log in'],
  ['sign in', 'log in'],
  ['signin', 'log in'],
  ['logout', 'logging out'],
  ['log out', 'logging out'],
  ['sign out', 'logging out'],
  ['forgotten', 'forgot'],
  ['lost password', 'forgot password'],
  ['change password', 'reset password'],
  ['recover', 'reset'],
  ['new phone', 'phone lost'],
  ['lost device', 'phone lost'],
  ['lost authenticator', 'phone lost'],
  ['lost second factor', 'phone lost'],
  ['stolen', 'lost'],
  ['locked', 'blocked'],
  ['locked out', 'blocked'],
  ['dead', 'expired'],
  ['link broken', 'link expired'],
  ['code broken', 'code isn’t right'],
  ['password broken', 'wrong password'],
  ['broken', 'invalid'],
  ['teach', 'class'],
  ['training', 'class'],
  ['lockout', 'blocked'],
  ['attempts', 'too many'],
  ['tries', 'too many'],
  ['url', 'address'],
  ['invite', 'add'],
  ['create', 'add'],
  ['new user', 'add users'],
  ['colleague', 'user'],
  ['invitation', 'welcome'],
  ['signup', 'activate account'],
  ['sign up', 'activate account'],
  ['register account', 'activate account'],
  ['requirements', 'rules'],
  ['policy', 'rules'],
  ['complexity', 'rules'],
  ['invalid code', 'code isn’t right'],
  ['wrong code', 'code isn’t right'],
  ['incorrect code', 'code isn’t right'],
  ['invalid password', 'wrong password'],
  ['incorrect password', 'wrong password'],
  ['missing mail', 'check email'],
  ['mail missing', 'check email'],
  ['missing email', 'check email'],
  ['email missing', 'check email'],
  ['missing invitation', 'invitation sent again'],
  ['invitation missing', 'invitation sent again'],
  ['missing code', 'one time code'],
  ['code missing', 'one time code'],
  ['spam', 'check email'],
  ['junk', 'check email'],
  ['new link', 'link expired'],
  ['code expired', 'code isn’t right'],
  ['otp expired', 'code isn’t right'],
  ['disabled', 'blocked'],
  ['unblock', 'blocked'],
  ['unlock', 'blocked'],
  ['access denied', 'only administrator may'],
  ['permission denied', 'only administrator may'],
  ['no access', 'only administrator may'],
  ['not allowed', 'only administrator may'],
  ['forbidden', 'only administrator may'],
  ['user not found', 'account does not exist'],
  ['unknown user', 'account does not exist'],
  ['user already exists', 'added already'],
  ['username', 'email address'],
  ['user name', 'email address'],
  ['set up', 'configure'],
  ['setup', 'configure'],
  ['enable', 'configure'],
  ['change role', 'assign roles'],
  ['delete user', 'add users'],
  ['remove user', 'add users'],
  ['permissions', 'role'],
  ['app registration', 'register app'],
]

/** A question in the words used here. */
interface Way {
  words: string[]
  /** Whether all of the question was said in other words at once: then that is what is meant. */
  isWhole: boolean
}

/** With some words in the place of others; as it was, where they do not occur. */
function replaced(words: string[], part: readonly string[], by: readonly string[]): string[] {
  const at = words.findIndex((_, n) => part.every((word, m) => words[n + m] === word))
  return at < 0 ? words : [...words.slice(0, at), ...by, ...words.slice(at + part.length)]
}

/** What is looked for: as it was asked first, then with one thing after the other in the words used here, then with all. */
export function inOtherWords(entries: readonly Entry[], asked: string[]): Way[] {
  const pairs = [
    ...entries.flatMap(({ text, also = [] }) => also.map((other) => [other, text] as const)),
    ...common,
  ]
  const changes = pairs
    .map(([typed, here]) => {
      const part = askedWords(typed)
      const by = wordsOf(here)
      return { change: (words: string[]) => replaced(words, part, by), isWhole: part.length === asked.length }
    })
    .filter(({ change }) => change(asked) !== asked)
  const all = changes.reduce((words, { change }) => change(words), asked)
  return [
    { words: asked, isWhole: false },
    ...changes.map(({ change, isWhole }) => ({ words: change(asked), isWhole })),
    ...(changes.length > 1 ? [{ words: all, isWhole: false }] : []),
  ]
}
