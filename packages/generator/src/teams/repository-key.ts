const url = /^([a-z]+):\/\/(?:[^@/]*@)?([^/]+)\/(.*)$/
const short = /^[^@/:]+@([^:/]+):(.*)$/

/** Equal for two addresses of one repository, whichever way it is fetched. */
export function repositoryKey(repository: string): string {
  const [, scheme, host = '', path = ''] = url.exec(repository) ?? [
    '',
    'ssh',
    ...(short.exec(repository) ?? []).slice(1),
  ]
  const kind = scheme === 'oci' ? 'oci' : 'git'
  return `${kind} ${host.toLowerCase()}/${path.replace(/\/+$/, '').replace(/\.git$/, '')}`
}
