#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache()

// Imported late: only what is loaded after this line is cached.
const { processIo } = await import('./io.ts')
const { run } = await import('./run.ts')

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', error => {
    // Whoever reads us may stop early (`| head`); the work goes on, and its exit code stands.
    if (!('code' in error) || error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await run(process.argv.slice(2), processIo(process))
