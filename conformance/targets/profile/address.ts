import { z } from 'zod'

/** The bundled provider, as other processes know it. */
export const mockProvider = z.object({
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** Of discovery documents, as these. */
  discoveryUrl: z.string(),
  deadUrl: z.string(),
  otherIssuerUrl: z.string(),
  anotherIssuerUrl: z.string().optional(),
  redirectUri: z.string(),
  /** Where people are given an account. */
  peopleUrl: z.string(),
})
export type MockProvider = z.infer<typeof mockProvider>

/** How a process that did not start a deployment reaches it. */
export const targetAddress = z.object({
  /** The profile as the caller named it, for messages. */
  file: z.string(),
  /** Folders of packs that take the place of the profile's. */
  packs: z.array(z.string()).optional(),
  /** The same, absolute. */
  path: z.string(),
  /** Folder in which its transformed modules are kept. */
  cache: z.string(),
  /** The login page. */
  url: z.url(),
  /** What the profile's `start` answered. */
  data: z.json(),
  /** Folder in which the bundled mail server keeps what it was sent. */
  mails: z.string().optional(),
  /** The bundled provider, where the profile has it started. */
  provider: mockProvider.optional(),
})
export type TargetAddress = z.infer<typeof targetAddress>
