import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { espalier } from './fake-io.ts'
import { inSandbox, type Sandbox } from './sandbox.ts'

const test = suite('lint --since and --baseline')

const secret = (name: string): string => `apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: shop}
data: {key: aGVsbG8=}
`
const clusters = ['--cluster', 'east=east/**', '--role', 'east=workload']

const linted = async (box: Sandbox, ...args: string[]) => {
  const { code, out, err } = await espalier(box.root, 'lint', ...clusters, '--format', 'json', ...args)
  return { code, err, report: out === '' ? undefined : JSON.parse(out) }
}

const names = (findings: readonly { readonly object: { readonly name: string } }[]) =>
  findings.map(({ object }) => object.name)

test(
  'only what was introduced since a revision counts; what moved is as before, what is gone is fixed',
  inSandbox(async box => {
    box.put('east/kept.yaml', secret('kept'))
    box.put('east/gone.yaml', secret('gone'))
    box.commit()
    box.put('east/kept.yaml', `# further down\n\n${secret('kept')}`)
    box.put('east/gone.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n')
    const clean = await linted(box, '--since', 'HEAD')
    assert.is(clean.code, 0, clean.err)
    assert.equal(names(clean.report.findings), [])
    assert.equal(
      [clean.report.since.ref, names(clean.report.since.fixed), clean.report.since.unchanged],
      ['HEAD', ['gone'], 1],
    )
    box.put('east/new.yaml', secret('new'))
    const { code, report } = await linted(box, '--since', 'HEAD')
    assert.is(code, 1)
    assert.equal([names(report.findings), report.summary.error], [['new'], 1])
    const { out } = await espalier(box.root, 'lint', ...clusters, '--since', 'HEAD')
    assert.match(
      out,
      '1 error introduced since HEAD in 3 manifests of 1 cluster; 1 fixed; 1 finding as before',
    )
    assert.is((await linted(box)).report.summary.error, 2)
  }),
)

test(
  'before there was a folder, a file or a topology, there were no findings',
  inSandbox(async box => {
    box.put('readme', '')
    box.commit()
    box.put('east/new.yaml', secret('new'))
    assert.equal(names((await linted(box, '--since', 'HEAD')).report.findings), ['new'])
    const byPath = await espalier(box.root, 'lint', ...clusters, '--since', 'HEAD', 'east')
    assert.is(byPath.code, 1, byPath.err)
  }),
)

test(
  'a revision that is not there is an error, and no verdict',
  inSandbox(async box => {
    box.put('east/new.yaml', secret('new'))
    assert.match((await linted(box, '--since', 'HEAD')).err, 'there is no Git repository here')
    box.commit()
    const { code, err, report } = await linted(box, '--since', 'v9')
    assert.equal([code, report], [2, undefined])
    assert.match(err, 'there is no revision "v9"\n')
    box.git('update-ref', 'refs/remotes/origin/v9', 'HEAD')
    assert.match(
      (await linted(box, '--since', 'v9')).err,
      'there is no revision "v9"; did you mean "origin/v9"?',
    )
  }),
)

test(
  'a baseline lets a repository start clean, and does not depend on lines or on where the linter runs',
  inSandbox(async box => {
    box.put('east/old.yaml', secret('old'))
    box.put('east/broken.yaml', 'a: [\n')
    box.commit()
    const written = await linted(box, '--write-baseline', 'baseline.json')
    assert.is(written.code, 0)
    assert.match(written.err, '2 findings written to baseline.json')
    assert.is(
      box
        .get('baseline.json')
        .split('\n')
        .filter(line => line.includes('fingerprint')).length,
      2,
    )
    box.put('east/old.yaml', `# down\n${secret('old')}`)
    mkdirSync(join(box.root, 'sub'))
    for (const [cwd, up] of [
      ['', ''],
      ['sub', '../'],
    ] as const) {
      const args = [
        '--cluster',
        `east=${up}east/**`,
        '--role',
        'east=workload',
        '--baseline',
        `${up}baseline.json`,
      ]
      const { code, out } = await espalier(join(box.root, cwd), 'lint', ...args)
      assert.is(code, 0, out)
      assert.match(out, '2 findings in the baseline')
    }
    box.put('east/new.yaml', secret('new'))
    const { code, report } = await linted(box, '--baseline', 'baseline.json')
    assert.equal([code, names(report.findings), report.summary.baselined], [1, ['new'], 2])
  }),
)

test(
  'entries of a baseline that match nothing any more are said',
  inSandbox(async box => {
    box.put('east/old.yaml', secret('old'))
    await linted(box, '--write-baseline', 'baseline.json')
    box.put('east/old.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n')
    const { code, err } = await linted(box, '--baseline', 'baseline.json')
    assert.is(code, 0)
    assert.match(
      err,
      /1 of the findings in baseline\.json is there no more, such as security\/\S+ in east\/old\.yaml/,
    )
  }),
)

test(
  'of files that were not read nobody knows whether their entries still match',
  inSandbox(async box => {
    for (const name of ['one', 'two']) box.put(`east/${name}.yaml`, secret(name))
    await linted(box, '--write-baseline', 'baseline.json')
    for (const name of ['one', 'two'])
      box.put(`east/${name}.yaml`, secret(`an-empty-${name}`).split('data')[0] ?? '')
    const said = async (...paths: string[]) =>
      (await espalier(box.root, 'lint', ...paths, '--baseline', 'baseline.json')).err
    assert.match(await said('east'), '2 of the findings in baseline.json are there no more')
    assert.match(await said('.'), '2 of the findings in baseline.json are there no more')
    assert.match(await said('east/two.yaml'), /1 of the findings in baseline\.json is .* in east\/two\.yaml/)
    box.put('west/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n')
    assert.not.match(await said('west'), 'there no more')
    assert.match(await said('--cluster', 'east=east/two.yaml'), '1 of the findings in baseline.json')
    assert.not.match(await said('--cluster', 'west=west'), 'there no more')
  }),
)

test(
  'a baseline that is missing, or none, is an error',
  inSandbox(async box => {
    box.put('east/old.yaml', secret('old'))
    for (const [text, why] of [
      [undefined, 'there is no such file; --write-baseline baseline.json writes one'],
      ['{', 'it is not JSON'],
      ['{"version": 1}', 'it has no list of findings'],
      ['{"version": 2, "findings": []}', 'its version is 2'],
      [
        '{"version": 1, "findings": [{"fingerprint": "a"}, {}]}',
        'entry 2 of its findings has no fingerprint',
      ],
    ] as const) {
      if (text !== undefined) box.put('baseline.json', text)
      const { code, err } = await linted(box, '--baseline', 'baseline.json')
      assert.is(code, 2)
      assert.match(err, why)
    }
    const both = await linted(box, '--write-baseline', 'b.json', '--since', 'HEAD')
    assert.equal([both.code, box.has('b.json')], [2, false])
  }),
)

test.run()
