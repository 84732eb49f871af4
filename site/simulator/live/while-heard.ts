/**
 * What comes over a connection that must not fall silent.
 * @param silence longest time between two pieces, in ms; after it the stream fails
 */
export function whileHeard<T>(silence: number): TransformStream<T, T> {
  let timer: ReturnType<typeof setTimeout>
  const listen = (controller: TransformStreamDefaultController<T>) => {
    clearTimeout(timer)
    timer = setTimeout(() => controller.error(new Error('The connection was lost.')), silence)
  }
  return new TransformStream({
    start: listen,
    transform(piece, controller) {
      listen(controller)
      controller.enqueue(piece)
    },
    flush: () => clearTimeout(timer),
  })
}
