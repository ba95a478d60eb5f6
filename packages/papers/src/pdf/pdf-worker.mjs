import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// The compiler is a native package of one platform, an optional dependency: where it is not there, there is no pdf.
function load() {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
  } catch {
    return null
  }
}

const compiler = load()
if (compiler === null) parentPort.postMessage(null)
else {
  const { paper, template, folder, fonts } = workerData
  const typst = compiler.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] })
  const bytes = typst.pdf({ mainFileContent: template, inputs: { paper } }, { pdfStandard: 'ua-1' })
  parentPort.postMessage(new Uint8Array(bytes))
}
