/** Names of parameters that products read a return address from. */
export const RETURN_NAMES: readonly string[] = [
  ...[
    'returnTo',
    'return_to',
    'returnUrl',
    'ReturnUrl',
    'return',
    'redirect',
    'redirect_to',
    'redirectUrl',
    'redirect_url',
  ],
  ...[
    'next',
    'url',
    'continue',
    'goto',
    'target',
    'dest',
    'destination',
    'callbackUrl',
    'rd',
    'from',
    'backUrl',
    'RelayState',
  ],
]

/** How an address is made to ask for another one. */
export type Asking = (url: string, value: string) => string

/** The address with every parameter that it lacks. @param further names that the product has beside the usual ones */
export const addingAll =
  (further: readonly string[]): Asking =>
  (url, value) => {
    const at = new URL(url)
    for (const name of [...RETURN_NAMES, ...further])
      if (!at.searchParams.has(name)) at.searchParams.set(name, value)
    return at.href
  }

/** The address with another one in each of its own parameters that hold one, whatever they are called. */
export const replacingOwn: Asking = (url, value) => {
  const at = new URL(url)
  for (const name of addressesIn(url)) at.searchParams.set(name, value)
  return at.href
}

/** What a product writes for an address of its own: a path, or a whole address. */
const ADDRESS = /^(?:\/|https?:)/

/** The names of the parameters that hold an address. */
export const addressesIn = (url: string): string[] =>
  [...new URL(url).searchParams].flatMap(([name, value]) => (ADDRESS.test(value) ? [name] : []))
