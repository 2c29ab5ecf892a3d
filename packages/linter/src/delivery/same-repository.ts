/** Two addresses of one repository are equal in this form, whether HTTPS or SSH, with a login or without. */
export function plainAddress(url: string): string {
  const trimmed = url
    .trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '')
  const short = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(trimmed)
  const long = /^[a-z0-9+]+:\/\/(?:[^@/\s]*@)?([^/\s:]+)(?::\d+)?\/(.*)$/i.exec(trimmed)
  const [, host = '', path = trimmed] = long ?? short ?? []
  // Hosts of Git take upper and lower case for one, in names too.
  return `${host}/${path.replace(/^\/+/, '')}`.toLowerCase()
}
