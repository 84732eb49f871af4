import { signInAtProvider } from '../../session/provider-pages.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { comeBack, goToProvider } from '../relying-party/sso.ts'

/** Whether a login by SSO fails with the settings that an Administrator has saved, and the error that is shown. */
export async function logInFails(
  administrator: Person,
): Promise<{ failed: boolean; error: string | undefined }> {
  const person = await administrator.bench.another(administrator)
  await toEmail(person)
  const { discoveryUrl } = person.session.provider()
  const atProvider = () => new URL(person.page.url()).origin === new URL(discoveryUrl).origin
  const error = await person.errorAfter(
    async () => {
      await goToProvider(person)
      // It is refused before the provider is reached, or there.
      await poll(async () => atProvider() || (await person.snapshot()).alerts.length > 0, person.patience)
      if (!atProvider()) return
      await signInAtProvider(person.session, person.session.provider().user)
      await comeBack(person)
    },
    () => isAtProtectedPage(person, 0),
  )
  return { failed: !(await isAtProtectedPage(person, 0)), error }
}
