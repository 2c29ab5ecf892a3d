import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { banner, generated, schemaNamed } from './places.ts'

/** Writes a schema as a value: schemas/<name>.schema.json → generated/<name>-schema.ts. */
export function writeSchema(name: string): void {
  const text = JSON.stringify(schemaNamed(name), null, 2)
  writeFileSync(
    join(generated, `${name}-schema.ts`),
    `${banner}export const ${name}Schema: object = ${text}\n`,
  )
}
