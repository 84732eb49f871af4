import { misbehaviours } from '../../mock-idp/index.ts'

/** The flows that the bundled tenant can be walked through. */
const flows = [
  'activate-account',
  'log-in',
  'reset-password',
  'add-users',
  'configure-sso-entra',
  'configure-sso-oidc',
  'log-in-sso',
  'register-entra-app',
  'onboarding',
]

/** What the pages are told about the live parties, at `/live.json`. */
export interface Live {
  /** Origin of the tenant. */
  tenant: string
  flows: string[]
  /** What the bundled provider can do wrong. */
  misbehaviours: Misbehaviour[]
}

/** One way of the provider to do it wrong, for the desk to choose. */
export interface Misbehaviour {
  id: string
  breaks: string
  clause: string
  goodClient: string
}

/** @param tenant origin of the tenant */
export function describeLive({ tenant }: { tenant: string }): Live {
  return {
    tenant,
    flows,
    misbehaviours: misbehaviours.map(({ id, breaks, clause, goodClient }) => ({
      id,
      breaks,
      clause,
      goodClient,
    })),
  }
}
