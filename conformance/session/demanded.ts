/** Values of `prompt` with which a provider asks people who are signed in, too (OpenID Connect Core 1.0 section 3.1.2.1). */
const ASKING = ['login', 'select_account']

/**
 * Whether an address asks a provider to authenticate the person again, although it may know them: by `prompt`, or by a `max_age` of
 * nothing (OpenID Connect Core 1.0 section 3.1.2.1). `undefined` where it is no authorization request.
 */
export function demandsSignIn(address: string): boolean | undefined {
  const query = new URL(address).searchParams
  if (!query.has('client_id') || !(query.has('response_type') || query.has('request_uri'))) return undefined
  const prompts = query.get('prompt')?.split(' ') ?? []
  return prompts.some((prompt) => ASKING.includes(prompt)) || query.get('max_age') === '0'
}
