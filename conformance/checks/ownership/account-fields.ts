/** Names under which forms of products carry an account, each with the account that is to be tried. */
export const accountFields = (email: string) => ({ email, username: email, user: email, login: email })
