import type { Browser } from '../browser.ts'

/** Opens a sign-out address in the browser that signed in. Answers whether it comes back, and the person is out there. */
export async function leaves(
  person: Browser,
  signOutUrl: string,
  returnsTo: string,
  authorizationUrl: string,
): Promise<boolean> {
  const { url } = await person.open(signOutUrl, returnsTo)
  if (!url.startsWith(returnsTo)) return false
  const again = new URL(authorizationUrl)
  again.searchParams.set('prompt', 'none')
  const page = await person.open(again.href, again.searchParams.get('redirect_uri') ?? '')
  return new URL(page.url).searchParams.get('error') === 'login_required'
}
