/** React takes a slower form of itself unless it is told so before it is loaded. */
process.env.NODE_ENV ??= 'production'
