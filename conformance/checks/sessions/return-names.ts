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
