import type { ReactElement } from 'react'
import type { Shown } from './tenant/screens/shown.ts'

export type { Shown }

/** The screens of a product, by their ids in its pack. */
export interface ProductScreens {
  /** The style sheet of all of them: they are shown in a shadow root. */
  styles: string
  screens: Readonly<Record<string, (shown: Shown) => ReactElement>>
}

/** The pack that the bundled tenant belongs to: the one whose flows can be walked live. */
export const tenantPack = 'first-login'

/** Where the addresses that its pack names are, below the tenant link of a sandbox. */
export const tenantPaths: Readonly<Record<string, string>> = { 'login-page': '', dashboard: '/dashboard' }

/** Products with their own screens, by the id of their pack. All others are shown as their model describes them. */
export const products: Readonly<Record<string, () => Promise<ProductScreens>>> = {
  [tenantPack]: () => import('./tenant/screens/in-model.tsx'),
}
