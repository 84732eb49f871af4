import { flaw } from './flaw.ts'

const carelessly = (
  claims: string | string[],
  id: string,
  title: string,
  isAlike: (password: string, again: string) => boolean,
) =>
  flaw(claims, id, title, {
    rules: ({ matchPasswords }) => ({
      matchPasswords: (password, again) =>
        isAlike(password, again) ? undefined : matchPasswords(password, again),
    }),
  })

/** The repeated password is not compared as it was typed. */
export const repeatedCarelessly = [
  carelessly(
    ['PWD16.other', 'PWD16.last', 'PWD16.case', 'PWD16.blank', 'PWD16.empty'],
    'repeated-for-the-page-alone',
    'The page alone compares the repeated password',
    () => true,
  ),
  carelessly(
    'PWD16.empty',
    'repeated-or-left-empty',
    'The repeated password may be left empty',
    (_password, again) => again === '',
  ),
  carelessly(
    'PWD16.case',
    'repeated-in-any-case',
    'The repeated password is compared in any case',
    (password, again) => password.toLowerCase() === again.toLowerCase(),
  ),
  carelessly(
    'PWD16.blank',
    'repeated-without-blanks',
    'The repeated password is compared without the blanks around it',
    (password, again) => password.trim() === again.trim(),
  ),
  carelessly(
    'PWD16.last',
    'repeated-by-its-beginning',
    'Of the repeated password the last character does not count',
    (password, again) => password.slice(0, -1) === again.slice(0, -1) && password.length === again.length,
  ),
]
