import { basename } from 'node:path'
import { printKey, printText } from '../draft/print.ts'
import type { ScreenNamings } from '../init/name.ts'
import { profileText } from '../init/profile-text.ts'
import { screensText } from '../init/screens-text.ts'

/** What a walk has brought for a profile. */
export interface Recorded {
  flow: string
  given: string
  screens: readonly ScreenNamings[]
  /** Screens that came in between, by their headings, and what was pressed there. */
  between: readonly { when: string; press: string }[]
  /** Documented steps that were not walked, in words. */
  notWalked: readonly string[]
  /** Mails whose links were followed elsewhere, by their documented subjects: their words were not seen. */
  mailsElsewhere: readonly string[]
}

/** Where a profile is written for the first time. */
export interface NewProfile {
  name: string
  /** Address of the login page. */
  url: string
  /** Path of the page at the end, where that is one for people who are logged in. */
  protectedPage?: string | undefined
  packFolder?: string | undefined
}

/** A profile with what was recorded; the rest is for a person to complete. */
export function newProfileText(recorded: Recorded, { packFolder, ...profile }: NewProfile): string {
  const { name, url, protectedPage = '/' } = profile
  return profileText({
    answers: {
      name,
      url,
      protectedPage,
      accounts: 'none',
      mailbox: 'none',
      provider: 'none',
      docs: packFolder,
    },
    given: recorded.given,
    ...(packFolder !== undefined && { packFolder }),
    seen: { screens: recorded.screens, how: howText(recorded) },
    by: 'record',
    further: [
      ...(profile.protectedPage === undefined
        ? ['  // Correct `protectedPage`: the walk did not end at a page for people who are logged in.']
        : []),
      ...betweenText(recorded, 'between: [', '  '),
      ...notWalkedText(recorded, '  '),
    ],
  })
}

/** A file beside a profile that exists: what was recorded, to be taken over. */
export const besideText = (recorded: Recorded, profile: string): string =>
  [
    "import type { Deployment } from 'doorstep'",
    '',
    `/** ${howText(recorded)} Written by "doorstep record": take it over into \`screens\` and \`between\` of ${basename(profile)}. */`,
    ...(recorded.screens.length > 0
      ? screensText(recorded.screens, "export const screens: Deployment['screens'] = ", '')
      : ["export const screens: Deployment['screens'] = {}"]),
    ...betweenText(recorded, "export const between: Deployment['between'] = [", ''),
    ...notWalkedText(recorded, ''),
    '',
  ].join('\n')

const howText = ({ flow }: Recorded) => `What was called otherwise when ${flow} was walked.`

const betweenText = ({ between }: Recorded, opens: string, indent: string): string[] =>
  between.length === 0
    ? []
    : [
        `${indent}// Screens that the documentation does not have.`,
        `${indent}${opens}`,
        ...between.map(
          ({ when, press }) =>
            `${indent}  { ${printKey('when')}: ${printText(when)}, press: ${printText(press)} },`,
        ),
        `${indent}]${indent ? ',' : ''}`,
      ]

const notWalkedText = ({ notWalked, mailsElsewhere }: Recorded, indent: string): string[] => [
  ...notWalked.map((step) => `${indent}// Not walked: ${step}`),
  ...mailsElsewhere.map(
    (subject) =>
      `${indent}// Not seen: the mail “${subject}”. Say in \`screens\` what its subject and its links are, where they differ.`,
  ),
]
