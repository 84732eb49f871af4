/** COSE numbers of what is offered and taken: EdDSA, ES256, RS256 (WebAuthn Level 3 section 5.4). */
export const keyAlgorithms = [-8, -7, -257]
