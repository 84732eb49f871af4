import { customFetch } from 'openid-client'
import type { Defect } from './defect.ts'

/** A provider that may be asked leads the tenant into its own network, in one way each. */
export const ledInside: Defect[] = [
  {
    id: 'redirects-followed',
    title: 'A redirect of the provider is followed, even into the own network',
    rules: ({ fetchDiscovery }) => ({
      fetchDiscovery: async (discoveryUrl, outgoing) => {
        await outgoing(discoveryUrl).catch(async ({ code }) => {
          if (code === 'redirected') await fetch(discoveryUrl)
        })
        return fetchDiscovery(discoveryUrl, outgoing)
      },
    }),
    flows: [],
    checks: ['CFG2'],
    fails: ['CFG2.redirected'],
  },
  {
    id: 'metadata-unjudged',
    title: 'Endpoints that the provider’s metadata name are asked, even in the own network',
    rules: ({ verifySignIn }) => ({
      verifySignIn(claim) {
        claim.configuration[customFetch] = (url, options) => fetch(url, options as RequestInit)
        return verifySignIn(claim)
      },
    }),
    flows: [],
    checks: ['CFG2'],
    fails: ['CFG2.metadata'],
  },
]
