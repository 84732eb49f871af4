/** Reads a sandbox's stream, and keeps what has come. */
export async function followStream(response: Response) {
  const reader = response.body?.getReader()
  const seen = { text: '', isOver: false }
  const decoder = new TextDecoder()
  const reading = (async () => {
    for (;;) {
      const { value, done } = (await reader?.read().catch(() => undefined)) ?? { done: true }
      if (done) break
      seen.text += decoder.decode(value, { stream: true })
    }
    seen.isOver = true
  })()
  return {
    seen,
    /** The numbers of the events, as they came. */
    numbers: () => [...seen.text.matchAll(/^id: (\d+)$/gm)].map(([, n]) => Number(n)),
    async stop() {
      await reader?.cancel()
      await reading
    },
  }
}
