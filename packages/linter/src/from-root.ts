/** A file as the repository names it: from its root, where `folder` is the way from there to where the name begins. */
export function fromRoot(file: string, folder: string): string {
  // On another drive of Windows nothing is relative to the root.
  if (/^[A-Za-z]:\//.test(file)) return file
  const steps: string[] = []
  for (const step of `${folder}/${file}`.split('/')) {
    if (step === '.') continue
    if (step === '..' && (steps.at(-1) ?? '..') !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}
