/** The path of a page within the site, wherever the site is served: `/docs/plan/` for `/training/docs/plan/`. */
export const pathOf = ({ pathname }: URL): string => `/${pathname.slice(import.meta.env.BASE_URL.length)}`
