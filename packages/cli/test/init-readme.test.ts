import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { initHere, inRepository } from './init-here.ts'

const test = suite('what the README shows of the files of init')

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

/** The lines of the YAML under a heading, as this unpublished version would be named in them. */
function shown(heading: string): readonly string[] {
  const section = readme.split(`\n### ${heading}\n`)[1] ?? ''
  const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(section) ?? []
  return bare(yaml.replaceAll('0.1.0', '0.0.0-dev'))
}

/** Lines that say something, without their comments. */
function bare(yaml: string): readonly string[] {
  return yaml
    .split('\n')
    .map(line => line.replace(/(^| )+#.*$/, ''))
    .filter(line => line !== '')
}

/** The lines that do not stand in a text, each behind the one before. */
function missingIn(lines: readonly string[], text: readonly string[]): readonly string[] {
  let from = 0
  return lines.filter(line => {
    const at = text.indexOf(line, from)
    if (at >= 0) from = at + 1
    return at < 0
  })
}

for (const [heading, file, args] of [
  ['In a pull request', '.github/workflows/espalier.yml', []],
  ['On GitLab or anywhere', '.gitlab-ci.yml', ['--ci', 'gitlab']],
  ['Before a commit', '.pre-commit-config.yaml', []],
] as const) {
  test(
    `${heading}: stands in ${file}, line by line`,
    inRepository(async box => {
      await initHere(box, ...args)
      const lines = shown(heading)
      assert.ok(lines.length > 5)
      assert.equal(missingIn(lines, bare(box.get(file))), [])
    }),
  )
}

test.run()
