import { z } from 'zod'
import { signInAudiences } from '../directory/types.ts'
import { findMisbehaviour } from '../misbehaviours/index.ts'

const misbehaviour = z.string().refine((id) => findMisbehaviour(id) !== undefined, {
  error: ({ input }) => `there is no misbehaviour '${input}'`,
})

/** A part of a path. */
const id = z.string().regex(/^[\w.-]+$/, 'an id has letters, digits, dots, dashes and underscores')

export const userSchema = z.strictObject({
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

export const groupSchema = z.strictObject({
  displayName: z.string().min(1),
  id: z.string().min(1).optional(),
  /** Users by sign-in name or id. */
  members: z.array(z.string()).default([]),
})

/** A scope or a role, as it is in tokens. */
const value = z.string().regex(/^[\w.:/-]+$/, 'a value has letters, digits and . : / - _')

export const applicationSchema = z.strictObject({
  displayName: z.string().min(1),
  appId: z.string().min(1).optional(),
  redirectUris: z.array(z.string()).default([]),
  spaRedirectUris: z.array(z.string()).default([]),
  publicRedirectUris: z.array(z.string()).default([]),
  /** Values of client secrets, valid for 180 days from the start. */
  secrets: z.array(z.string().min(8)).default([]),
  /** PEM, by whose keys the application signs its client assertions. */
  certificates: z.array(z.string().includes('BEGIN CERTIFICATE')).optional(),
  signInAudience: z.enum(signInAudiences).optional(),
  idTokens: z.boolean().default(false),
  /** Whether the authorization endpoint gives access tokens (`token` among the response types). */
  implicitAccessTokens: z.boolean().optional(),
  consentedForAll: z.boolean().default(true),
  assignmentRequired: z.boolean().optional(),
  /** Users by sign-in name or id. */
  assignedUserIds: z.array(z.string()).optional(),
  postLogoutRedirectUris: z.array(z.string()).optional(),
  frontChannelLogoutUri: z.url().optional(),
  backchannelLogoutUri: z.url().optional(),
  identifierUris: z.array(z.string().min(1)).optional(),
  scopes: z.array(value).optional(),
  appRoles: z.array(value).optional(),
  /** Roles by the sign-in name or id of a user, or the name or id of a group. */
  roles: z.record(z.string(), z.array(value)).default({}),
  permissions: z.record(z.string(), z.array(value)).optional(),
  groupClaims: z.boolean().optional(),
  accessTokenVersion: z.union([z.literal(1), z.literal(2)]).optional(),
  accessTokens: z.enum(['jwt', 'opaque']).optional(),
  idTokenSigningAlg: z.enum(['RS256', 'ES256']).optional(),
})

const lifetime = z.int().min(1).optional()

export const directorySchema = z.strictObject({
  kind: z.enum(['entra', 'oidc']).default('entra'),
  id: id.optional(),
  displayName: z.string().min(1),
  /** Those of the users' names, where it is left out. */
  domains: z.array(z.string().min(3)).min(1).optional(),
  realm: z.string().min(1).optional(),
  managementToken: z.string().min(8).optional(),
  misbehaviour: misbehaviour.optional(),
  refreshTokenReuseSeconds: z.int().min(0).optional(),
  devicePollSeconds: z.int().min(1).optional(),
  registration: z.boolean().optional(),
  lifetimes: z
    .strictObject({
      accessToken: lifetime,
      idToken: lifetime,
      refreshToken: lifetime,
      authorizationCode: lifetime,
      session: lifetime,
    })
    .optional(),
  users: z.array(userSchema).default([]),
  groups: z.array(groupSchema).default([]),
  applications: z.array(applicationSchema).default([]),
})

/** The configuration file: JSON with a list of directories. */
export const configSchema = z.strictObject({ directories: z.array(directorySchema).min(1) })
/** A configuration with everything that a file may leave out. */
export type Config = z.output<typeof configSchema>
export type DirectoryConfig = z.output<typeof directorySchema>
export type UserConfig = z.output<typeof userSchema>
export type GroupConfig = z.output<typeof groupSchema>
export type ApplicationConfig = z.output<typeof applicationSchema>
