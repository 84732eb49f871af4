/**
 * The only script of an exported file that is readable in it: it unpacks the other one, which is some 700 kB of text. The policy of
 * the file knows that one by its hash, too.
 */
const packed = document.getElementById('walk-script')?.textContent ?? ''
const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
const script = document.createElement('script')
script.textContent = await new Response(unpacked).text()
document.body.append(script)
