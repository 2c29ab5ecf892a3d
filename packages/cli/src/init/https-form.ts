/**
 * The address of a Git remote as engines fetch it: HTTPS where that is sure, and never with credentials. Nothing for what only this
 * machine can reach.
 */
export function httpsForm(remote: string): string | undefined {
  const [, scheme, user, host = '', path = ''] =
    /^(https|ssh):\/\/(?:([^/]*)@)?([^/\s@]+)(\/[^\s?#]+)$/.exec(remote) ?? []
  if (scheme === 'https') return `https://${host}${path}`
  if (scheme === 'ssh') {
    const [name = '', port = '22'] = host.split(':')
    const login = user === undefined ? '' : `${user.split(':')[0]}@`
    return isOfSshAlone(name, port) ? `ssh://${login}${host}${path}` : `https://${name}${path}`
  }
  const [, login, name, short] = /^([^\s@:/]+)@([^\s@:/]+):([^\s/]\S*)$/.exec(remote) ?? []
  if (name === undefined) return undefined
  return isOfSshAlone(name, '22') ? `${login}@${name}:${short}` : `https://${name}/${short}`
}

// A host with a name or a port for SSH alone has its repositories under another path in HTTPS, which is not ours to guess.
function isOfSshAlone(host: string, port: string): boolean {
  return port !== '22' || host.startsWith('ssh.')
}
