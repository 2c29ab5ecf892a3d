import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { httpsForm } from '../src/init/https-form.ts'
import { topologyName } from '../src/init/topology-name.ts'
import { espalier } from './fake-io.ts'
import { inRepository, places } from './init-here.ts'

const test = suite('answers of init')

const wrong: readonly (readonly [args: string, message: string])[] = [
  ['--name Shop', '--name: name is "Shop", but must be lower-case letters'],
  ['--network a--b', '--network: a service network cannot be named "a--b"'],
  ['--engine argo', '--engine argo: argocd|flux is expected; did you mean "argocd"?'],
  ['--provider istio', '--provider istio: Istio is not supported yet, only vpc-lattice is'],
  ['--provider lattice', '--provider lattice: vpc-lattice is expected'],
  ['--ci jenkins', '--ci jenkins: github|gitlab|none is expected'],
  ['--ci gitlab --workflow on-main', '--workflow on-main is written for GitHub, and --ci is gitlab'],
  ['--workflow push', '--workflow push: pull-request|on-main is expected'],
  ['--account 11112222333', '--account: aws.account is "11112222333", but must be the 12 digits'],
  ['--account acme', '--account: aws.account is "acme", but must be the 12 digits'],
  ['--region us', '--region: aws.region is "us", but must be an AWS region'],
  ['--vpc config=vpc-0000000a', '--vpc config=vpc-0000000a: cluster config has vpc-0000000a already'],
  ['--vpc vpc-1', '--vpc vpc-1: CLUSTER=VPC is expected'],
  ['--vpc workload-3=vpc-0000000a', 'no cluster is named "workload-3"; did you mean "workload-1"?'],
  ['--workload-cluster east', '--vpc workload-1=vpc-0000000b: no cluster is named "workload-1"'],
  [
    '--repository http://example.com/a',
    '--repository: gitops.repository is "http://example.com/a", but must be',
  ],
  ['--repository https://bob:s3cret@example.com/a', '--repository: its address holds a password'],
  ['--path ../clusters', '--path: gitops.path is "../clusters", but must be a folder below'],
  ['--path .git/clusters', "--path: gitops.path leads through .git, Git's own folder"],
  ['--branch a*', 'the branch a* has characters that mean something to workflows or shells'],
  ['--force', 'unknown option --force'],
  ['extra', 'unexpected argument "extra"'],
]

for (const [args, message] of wrong) {
  test(
    `${args}: is said, and nothing written`,
    inRepository(async box => {
      const { code, out, err } = await espalier(box.root, 'init', ...places, ...args.split(' '))
      assert.equal([code, out], [2, ''])
      assert.match(err, message)
      assert.not.match(err, 's3cret')
      assert.equal(box.list(), ['readme.txt'])
    }),
  )
}

test(
  'a cluster named twice is said, also where the other one is the config cluster',
  inRepository(async box => {
    const aws = ['--account', '111122223333', '--region', 'us-west-2', '--vpc', 'a=vpc-0000000a']
    for (const names of [
      ['--config-cluster', 'a', '--workload-cluster', 'a'],
      ['--workload-cluster', 'a', '--workload-cluster', 'a', '--vpc', 'config=vpc-0000000b'],
    ]) {
      const { code, err } = await espalier(box.root, 'init', ...aws, ...names)
      assert.is(code, 2)
      assert.match(err, 'espalier init: --workload-cluster: cluster a is given twice\n')
    }
    assert.equal(box.list(), ['readme.txt'])
  }),
)

test(
  'what nobody can guess is asked for at once',
  inRepository(async box => {
    const { code, err } = await espalier(box.root, 'init', '--vpc', 'config=vpc-0000000a')
    assert.is(code, 2)
    assert.match(
      err,
      'it needs --account ID --region REGION --vpc workload-1=VPC --vpc workload-2=VPC; with --example',
    )
  }),
)

test(
  'what a user types stays one value, and never becomes another line of the topology',
  inRepository(async box => {
    for (const value of ['a\nextensions: [./x.mjs]', 'a, b: c', 'a # b', '{}', '"', '*a', '- a', '']) {
      for (const flag of [
        'name',
        'network',
        'path',
        'region',
        'account',
        'repository',
        'config-cluster',
        'branch',
      ]) {
        const args = [...places.filter(arg => arg !== `--${flag}`), `--${flag}=${value}`]
        const { code } = await espalier(box.root, 'init', ...args)
        assert.is(code, 2, `${flag} ${value}`)
      }
    }
    assert.equal(box.list(), ['readme.txt'])
  }),
)

test('the address of a remote becomes one that engines can fetch from', () => {
  const forms: Readonly<Record<string, string | undefined>> = {
    'git@github.com:acme/fleet.git': 'https://github.com/acme/fleet.git',
    'https://github.com/acme/fleet': 'https://github.com/acme/fleet',
    'https://token@github.com/acme/fleet.git': 'https://github.com/acme/fleet.git',
    'https://bob:a@b@git.example.com:8443/acme/fleet': 'https://git.example.com:8443/acme/fleet',
    'ssh://git@gitlab.com/acme/sub/fleet.git': 'https://gitlab.com/acme/sub/fleet.git',
    'ssh://git@gitlab.com:22/acme/fleet.git': 'https://gitlab.com/acme/fleet.git',
    'ssh://git:pw@git.example.com:7999/acme/fleet.git': 'ssh://git@git.example.com:7999/acme/fleet.git',
    'git@ssh.dev.azure.com:v3/acme/shop/fleet': 'git@ssh.dev.azure.com:v3/acme/shop/fleet',
    'http://git.example.com/acme/fleet': undefined,
    'file:///srv/fleet.git': undefined,
    '/srv/fleet.git': undefined,
    '../fleet': undefined,
    'C:\\fleet': undefined,
    '': undefined,
  }
  for (const [remote, form] of Object.entries(forms)) assert.is(httpsForm(remote), form, remote)
})

test('the name of any folder becomes one of a topology', () => {
  const names = {
    fleet: 'fleet',
    'My Fleet': 'my-fleet',
    'acme_gitops.v2': 'acme-gitops-v2',
    Flotté: 'flotte',
    '---': 'fleet',
    艦隊: 'fleet',
    [`${'a'.repeat(29)}-b`]: 'a'.repeat(29),
  }
  for (const [folder, name] of Object.entries(names)) assert.is(topologyName(folder), name)
})

test.run()
