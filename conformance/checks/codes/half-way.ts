import { NotThere } from '../../session/find.ts'
import { enterFirstCode, toAppEnrolment, toMethods } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { type Ceremony, register, toRegistration, touch } from '../keys/ceremony.ts'

/** A login that waits past the password, and goes on later: as far as it is let. */
export interface Waiting {
  person: Person
  goOn(): Promise<void>
}

/** Where a first login can wait, by the name of the claim about it. Each begins with someone who knows the password. */
export const stages: Readonly<Record<string, (person: Person) => Promise<Waiting>>> = {
  async methods(person) {
    await toMethods(person)
    const { chooseApp, enrolment } = person.role('codes')
    return {
      person,
      async goOn() {
        await person.perform(chooseApp)
        await person.reach(enrolment)
        await enterFirstCode(person)
      },
    }
  },
  async enrolment(person) {
    await toAppEnrolment(person)
    return { person, goOn: () => enterFirstCode(person) }
  },
}

/** The same with a security key, where the product has them. */
export const keyStages: typeof stages = {
  async registration(person) {
    const ceremony = await registrationOf(person)
    return { person, goOn: () => register(ceremony) }
  },
  async naming(person) {
    const { naming } = person.role('keys')
    const ceremony = await registrationOf(person)
    if (!naming || ceremony.next !== naming.form) throw new Unproven('A security key gets no name here.')
    await touch(ceremony)
    await person.reach(naming.form)
    return { person, goOn: () => person.perform(naming.name) }
  },
}

const registrationOf = (person: Person): Promise<Ceremony> =>
  toRegistration(person.bench, {
    person,
    address: person.account.email,
    email: 'registered',
    password: 'right',
  })

/** Goes on where the product lets it; a page that is not there any more is a refusal. */
export async function tryOn({ goOn }: Waiting): Promise<void> {
  try {
    await goOn()
  } catch (error) {
    if (!(error instanceof NotThere || error instanceof Unproven)) throw error
  }
}
