/** The flows that the bundled tenant can be walked through. */
export const liveFlows = [
  'activate-account',
  'log-in',
  'reset-password',
  'add-users',
  'configure-sso-entra',
  'configure-sso-oidc',
]
