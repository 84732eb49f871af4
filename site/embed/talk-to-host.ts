/**
 * What a page in a frame of another site says to that site, and takes from it. Any site may show it, so it tells nothing but
 * its height, and takes nothing but a theme.
 */
const { documentElement: root } = document

if (window.parent !== window) {
  addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.type !== 'doorstep:theme') return
    if (data.theme === 'light' || data.theme === 'dark') root.dataset.theme = data.theme
    else delete root.dataset.theme
  })
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'doorstep:size', height }, '*')
  }
  new ResizeObserver(tell).observe(document.body)
}
