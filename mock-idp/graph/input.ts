import { z } from 'zod'
import { signInAudiences } from '../directory/types.ts'

const uris = z.array(z.string().trim().min(1)).max(256)

/** What of an application may be written, in Graph's shape; everything else in a body is refused. */
export const applicationInput = z.strictObject({
  displayName: z.string().trim().min(1, 'displayName: a name is required.').max(120).optional(),
  signInAudience: z.enum(signInAudiences).optional(),
  web: z
    .strictObject({
      redirectUris: uris.optional(),
      logoutUrl: z.url().nullable().optional(),
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

export const userInput = z.strictObject({
  userPrincipalName: z.email(),
  displayName: z.string().trim().min(1),
  accountEnabled: z.boolean().optional(),
  mailNickname: z.string().optional(),
  mail: z.email().optional(),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  passwordProfile: z.strictObject({
    password: z.string().min(1),
    forceChangePasswordNextSignIn: z.boolean().optional(),
  }),
})

export const userChange = userInput.partial()
