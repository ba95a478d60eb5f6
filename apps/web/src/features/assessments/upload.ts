import { createClient, type Transport } from '@bangvang/contract/client'

/** How much of a file has gone out, 0 to 1. */
export type OnProgress = (share: number) => void

/** `fetch` does not tell how far an upload is; XMLHttpRequest does. */
function xhrTransport(onProgress: OnProgress): Transport {
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(method, url)
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
      request.onload = () => {
        const type = request.getResponseHeader('content-type') ?? ''
        resolve(
          new Response(request.status === 204 ? null : request.responseText, {
            status: request.status,
            headers: { 'content-type': type },
          }),
        )
      }
      request.onerror = () => reject(new TypeError('the network did not answer'))
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      signal?.addEventListener('abort', () => request.abort())
      request.send(body ?? null)
    })
}

/** A client that says how far its upload is; refusals and a dead network come as from any other call. */
export const uploadClient = (onProgress: OnProgress) => createClient(xhrTransport(onProgress))
