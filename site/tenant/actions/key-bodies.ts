import { z } from 'zod'

const text = z.base64url().max(32_768)

const credential = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
}

/** `RegistrationResponseJSON` of WebAuthn Level 3 section 5.1. Only what is used is read. */
export const registrationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
})

/** `AuthenticationResponseJSON` of WebAuthn Level 3 section 5.1. Only what is used is read. */
export const authenticationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
  /** "Remember this device for 30 days" was ticked. */
  remember: z.boolean().default(false),
})

/** A security key between being registered and being named. */
export const pendingKey = z.object({
  id: text,
  publicKey: text,
  counter: z.number(),
  transports: z.array(z.string()),
})
