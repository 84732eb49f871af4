/** Written by the Vite plugin in export-on-pages.ts. */
declare module 'virtual:doorstep-export' {
  import type { FileParts } from './bundle.ts'

  export const parts: FileParts
  /** Id of a pack → the script that brings it into a file. */
  export const packScripts: Readonly<Record<string, string>>
}
