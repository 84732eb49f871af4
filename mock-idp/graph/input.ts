import { z } from 'zod'
import { signInAudiences } from '../directory/types.ts'

const uris = z.array(z.string().trim().min(1).max(256)).max(256)

/** What of an application may be written, in Graph's shape; everything else in a body is refused. */
export const applicationInput = z.strictObject({
  displayName: z.string().trim().min(1, 'displayName: a name is required.').max(120).optional(),
  signInAudience: z.enum(signInAudiences).optional(),
  web: z
    .strictObject({
      redirectUris: uris.optional(),
      logoutUrl: z.url().max(256).nullable().optional(),
      implicitGrantSettings: z
        .strictObject({
          enableIdTokenIssuance: z.boolean().optional(),
          enableAccessTokenIssuance: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
  spa: z.strictObject({ redirectUris: uris }).optional(),
  publicClient: z.strictObject({ redirectUris: uris }).optional(),
})
export type ApplicationInput = z.infer<typeof applicationInput>

export const passwordInput = z.strictObject({
  passwordCredential: z
    .strictObject({
      displayName: z.string().max(120).nullish(),
      startDateTime: z.iso.datetime().optional(),
      endDateTime: z.iso.datetime().optional(),
    })
    .optional(),
})

export const removePasswordInput = z.strictObject({ keyId: z.string().min(1) })

/** Lengths as in Graph (learn.microsoft.com/graph/api/resources/user and group). */
const text = (most: number) => z.string().trim().min(1).max(most)

export const userInput = z.strictObject({
  userPrincipalName: z.email().max(113),
  displayName: text(256),
  accountEnabled: z.boolean().optional(),
  mailNickname: text(64).optional(),
  mail: z.email().max(256).optional(),
  givenName: text(64).optional(),
  surname: text(64).optional(),
  passwordProfile: z.strictObject({
    password: z.string().min(1).max(256),
    forceChangePasswordNextSignIn: z
      .literal(false, 'a password that has to be changed at the next sign-in is not supported here')
      .optional(),
  }),
})

export const userChange = userInput.partial()

export const groupInput = z.strictObject({
  displayName: text(256),
  description: text(1024).optional(),
  mailNickname: text(64),
  mailEnabled: z.literal(false),
  securityEnabled: z.literal(true),
  groupTypes: z.array(z.never()).optional(),
})

export const memberInput = z.strictObject({ '@odata.id': z.string() })

export const memberOfInput = z.strictObject({ securityEnabledOnly: z.boolean().optional() })
