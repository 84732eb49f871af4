/**
 * The folder of the sources of this package: where a pack's pages and lock are, and where its lines are counted. A package has them
 * beside what was compiled of them.
 */
export const sources = new URL(import.meta.url.endsWith('.ts') ? './' : '../src/machines/', import.meta.url)
