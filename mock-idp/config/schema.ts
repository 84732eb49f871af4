import { z } from 'zod'
import { signInAudiences } from '../directory/types.ts'
import { findMisbehaviour } from '../misbehaviours/index.ts'

const misbehaviour = z.string().refine((id) => findMisbehaviour(id) !== undefined, {
  error: ({ input }) => `there is no misbehaviour '${input}'`,
})

const user = z.strictObject({
  userPrincipalName: z.email(),
  password: z.string().min(1),
  id: z.string().min(1).optional(),
  displayName: z.string().optional(),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  mail: z.email().optional(),
  accountEnabled: z.boolean().optional(),
  administrator: z.boolean().optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
})

const application = z.strictObject({
  displayName: z.string().min(1),
  appId: z.string().min(1).optional(),
  redirectUris: z.array(z.string()).default([]),
  spaRedirectUris: z.array(z.string()).default([]),
  /** Values of client secrets, valid for 180 days from the start. */
  secrets: z.array(z.string().min(8)).default([]),
  signInAudience: z.enum(signInAudiences).optional(),
  idTokens: z.boolean().default(false),
  consentedForAll: z.boolean().default(true),
  assignmentRequired: z.boolean().optional(),
  assignedUserIds: z.array(z.string()).optional(),
  postLogoutRedirectUris: z.array(z.string()).optional(),
  frontChannelLogoutUri: z.url().optional(),
  backchannelLogoutUri: z.url().optional(),
  idTokenSigningAlg: z.enum(['RS256', 'ES256']).optional(),
})

const directory = z.strictObject({
  kind: z.enum(['entra', 'oidc']).default('entra'),
  id: z.string().min(1).optional(),
  displayName: z.string().min(1),
  domains: z.array(z.string().min(3)).min(1),
  managementToken: z.string().min(8).optional(),
  misbehaviour: misbehaviour.optional(),
  refreshTokenReuseSeconds: z.int().min(0).optional(),
  users: z.array(user).default([]),
  applications: z.array(application).default([]),
})

/** The configuration file: JSON with a list of directories. */
export const configSchema = z.strictObject({ directories: z.array(directory).min(1) })
export type Config = z.infer<typeof configSchema>
export type DirectoryConfig = z.infer<typeof directory>
