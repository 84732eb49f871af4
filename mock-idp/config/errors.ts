/** A configuration can't be used; the message says what is wrong and where. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_ERROR'
}
