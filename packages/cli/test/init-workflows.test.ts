import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readYaml } from '@espalier/model'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { initHere, inRepository } from './init-here.ts'
import type { Sandbox } from './sandbox.ts'

const test = suite('the files beside the topology')

const workflow = '.github/workflows/espalier.yml'
const odd = ['--path', 'deploy+/tree', '--branch', '1.0']

/** The program at `variable`, or of that name on the PATH; says where there is none that its checks are left out. */
function program(name: string, variable: string): string | undefined {
  const given = process.env[variable]
  const onPath = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name))
  const found = given ?? onPath.find(path => existsSync(path))
  if (found === undefined)
    process.stdout.write(`\n  ${name} is not installed (${variable} is not set): its checks are left out\n`)
  return found
}

const actionlint = program('actionlint', 'ESPALIER_ACTIONLINT')
const zizmor = program('zizmor', 'ESPALIER_ZIZMOR')

for (const kind of ['pull-request', 'on-main']) {
  for (const args of [[], odd]) {
    test(
      `${kind} ${args.join(' ')}: the workflow is YAML, pins what it uses and gives no permission by default`,
      inRepository(async box => {
        await initHere(box, '--workflow', kind, ...args)
        const text = box.get(workflow)
        const { documents, faults } = readYaml({ file: workflow, text })
        assert.equal([faults, documents.length], [[], 1])
        assert.match(text, '\npermissions: {}\n')
        const uses = text.split('\n').filter(line => /^ *(- )?uses:/.test(line))
        assert.ok(uses.length >= 2)
        for (const line of uses)
          assert.match(line, /uses: (OWNER\/espalier@v\d+\.\d+\.\d+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d)/)
        assert.is(
          text.match(/actions\/checkout@/g)?.length,
          text.match(/persist-credentials: false/g)?.length,
        )
        judge(box)
      }),
    )
  }
}

function judge(box: Sandbox): void {
  if (actionlint !== undefined) {
    const { status, stdout } = spawnSync(actionlint, ['-no-color', workflow], {
      cwd: box.root,
      encoding: 'utf8',
    })
    assert.is(status, 0, stdout)
  }
  if (zizmor !== undefined) {
    const { status, stdout, stderr } = spawnSync(zizmor, ['--offline', workflow], {
      cwd: box.root,
      encoding: 'utf8',
    })
    assert.is(status, 0, stdout + stderr)
  }
}

test(
  'a merged tree starts no rendering',
  inRepository(async box => {
    await initHere(box, '--workflow', 'on-main', ...odd)
    assert.match(box.get(workflow), '    branches: ["1.0"]\n    paths-ignore: [\'deploy\\+/tree/**\']')
  }),
)

test(
  'where only the topology is committed, no hook holds it against the tree of an older one',
  inRepository(async box => {
    await initHere(box, '--workflow', 'on-main')
    assert.not.ok(box.has('.pre-commit-config.yaml'))
  }),
)

test(
  'GitLab gets its pipeline where the host says so, and only then',
  inRepository(async box => {
    box.git('remote', 'set-url', 'origin', 'git@gitlab.acme.com:acme/fleet.git')
    await initHere(box)
    assert.not.ok(box.has(workflow))
    const { documents, faults } = readYaml({ file: '.gitlab-ci.yml', text: box.get('.gitlab-ci.yml') })
    assert.equal([faults, documents.length], [[], 1])
  }),
)

test(
  'the hooks are those of this version',
  inRepository(async box => {
    await initHere(box)
    const { documents } = readYaml({ file: 'hooks', text: box.get('.pre-commit-config.yaml') })
    assert.equal(documents[0]?.value, {
      repos: [
        {
          repo: 'https://github.com/OWNER/espalier',
          rev: 'v0.0.0-dev',
          hooks: [{ id: 'espalier-check' }, { id: 'espalier-lint' }],
        },
      ],
    })
    assert.match(box.get('.pre-commit-config.yaml'), /espalier-lint\n$/)
  }),
)

test.run()
