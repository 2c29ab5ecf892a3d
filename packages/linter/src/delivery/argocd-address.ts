/**
 * The address of a repository in the form in which Argo CD compares it with those of a project; nothing where only Go's own reader of URLs
 * could say. Source: argo-cd util/git/git.go, NormalizeGitURL.
 */
export function argocdAddress(url: string): string | undefined {
  const plain = url.trim().toLowerCase()
  const isShort = /^[^/:]*@[^@]+$/.test(plain) && !plain.startsWith('ssh://')
  const whole = (isShort ? `ssh://${plain.replace(':', '/')}` : plain).replace(/\.git$/, '')
  // Of these Go refuses some, and writes others as %7B and the like.
  if (/[^!-~]|[{}%#"<>\\^`|]/.test(whole) || /^[^/]*:(?!\/\/)/.test(whole)) return undefined
  return whole.replace(/^ssh:\/\//, '')
}
