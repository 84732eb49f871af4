/** Tenant link of the example that the mails show without a tenant: the address that model mode shows for the product. */
export const exampleLink = 'https://larkspur.1secure.example'

/** What is random in the one-time link of each mail: as long as what the tenant makes. */
export const exampleTokens = {
  activate: 'q7Vd2mRk0sXc9LhT4yWb6nJz1pFgE8uA3oKiD5vMtQw',
  reset: 'T3zKp8YvW1eGcN6xUa0RjQ5hBf2LsM9dOi7tCq4XyEg',
}
