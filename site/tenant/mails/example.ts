/** Tenant link of the example that the mails show without a tenant: the address that model mode shows for the product. */
export const exampleLink = 'https://larkspur.1secure.example'

/** What is random in its one-time links: as long as what the tenant makes. */
export const exampleToken = 'q7Vd2mRk0sXc9LhT4yWb6nJz1pFgE8uA3oKiD5vMtQw'
