import type { Pack } from '../../machines/model/pack.ts'
import { flowsIn } from '../packs/pack-of.ts'

/** The file that says how accounts are made, for a person to complete. */
export function peopleText(pack: Pack): string {
  const givens = flowsIn([pack]).flatMap(({ id, givens }) =>
    Object.entries(givens).map(([given, text]) => ` * - ${given} (${id}): ${text.replace(/\*\//g, '* /')}`),
  )
  return `import type { Page } from '@playwright/test'

/** Somebody with an account. */
export class Person {
  readonly email: string
  readonly password: string
  /** A password that is taken, and one that is refused. */
  readonly strong = 'Correct-Horse-7-Battery'
  readonly weak = 'horse'
  /** The password that was chosen last. */
  chosen = ''

  constructor(email: string, password = '') {
    this.email = email
    this.password = password
  }

  get currentPassword(): string {
    return this.password || this.chosen
  }

  choose(password: string): string {
    this.chosen = password
    return password
  }

  /** Say here what an authenticator app shows, such as with the package otplib, and a code that is wrong or used. */
  async code(_page: Page, which: 'right' | 'wrong' | 'used'): Promise<string> {
    throw new Error(\`people.ts does not say what a \${which} one-time code is.\`)
  }

  /** Open the link of the newest mail here. */
  async openMail(_page: Page, { subject, link }: { subject: string; link: string }): Promise<void> {
    throw new Error(\`people.ts does not say how “\${link}” of the mail “\${subject}” is opened.\`)
  }

  /** Say further values here, by their names in the documentation. */
  note(name: string): string {
    throw new Error(\`people.ts does not say what “\${name}” is.\`)
  }
}

/**
 * Makes an account, for which this is given:
${givens.join('\n')}
 */
export async function personWith(given: string, flow: string): Promise<Person> {
  throw new Error(\`people.ts does not say how “\${given}” of \${flow} is arranged.\`)
}
`
}
