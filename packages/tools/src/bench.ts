import { buildCli } from './build.ts'

// All figures of `npm run -s bench`, or those named: startup, yaml, scale, lint.
const wanted = process.argv.slice(2)

await buildCli()
for (const name of ['startup', 'yaml', 'scale', 'lint']) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n== ${name}\n`)
  await import(`./bench/${name}.ts`)
}
