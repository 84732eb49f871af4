import type { ComponentType } from 'react'

/** The mails of a product as it sends them, by their screens in its pack. Each shows an example of itself. */
export interface ProductMails {
  mails: Readonly<Record<string, ComponentType>>
}

/**
 * Products with their own mails, by the id of their pack. They are rendered ahead of time, and so are no part of what a page
 * loads (products.ts).
 */
export const productMails: Readonly<Record<string, () => Promise<ProductMails>>> = {
  'first-login': () => import('./tenant/mails/in-model.ts'),
}
