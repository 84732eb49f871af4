/** Tenant link of the example that the mails show without a tenant: the address that model mode shows for the product. */
export const exampleLink = 'https://larkspur.1secure.example'
