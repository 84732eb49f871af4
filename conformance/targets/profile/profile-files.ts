import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The profile that a command takes from the folder where it is called. */
export const OWN_PROFILE = 'doorstep.config.ts'

/** The profile of the bundled tenant; in a package it is compiled. */
export const bundledProfile = fileURLToPath(
  new URL(`../bundled/doorstep.config${extname(import.meta.url)}`, import.meta.url),
)
