/** See `reference-on-pages.ts`. */
declare module 'virtual:doorstep-reference' {
  const reference: Awaited<ReturnType<typeof import('./reference.ts').readReference>>
  export default reference
}
