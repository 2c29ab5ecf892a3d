import { parentPort } from 'node:worker_threads'
import { cleanTexts } from '@espalier/linter'

// A thread that is asked once which of some texts are clean, and ends.
parentPort?.once('message', async (texts: readonly string[]) => {
  parentPort?.postMessage(await cleanTexts(texts))
})
