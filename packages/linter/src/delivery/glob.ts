/** How a pattern is read: `*` stops at a slash for `path`, `**` crosses it for `deep`; for `flat` every star does, as Argo CD's include and exclude. */
export type GlobStyle = 'path' | 'deep' | 'flat'

type Any = 'one' | 'step' | 'folders' | 'all'
type Token = { readonly text: string } | { readonly any: Any } | { readonly set: CharSet }

interface CharSet {
  readonly not: boolean
  readonly has: (char: string) => boolean
}

const most = 64

/** True where a pattern stands for a text as a whole. No regular expression is made of it, so that none can run away. */
export function matchesGlob(pattern: string, text: string, style: GlobStyle): boolean {
  const patterns = style === 'path' ? [pattern] : alternatives(pattern)
  return patterns.some(one => matches(tokensOf(one, style), text))
}

/** `{a,b}` written out. */
function alternatives(pattern: string): readonly string[] {
  const done: string[] = []
  const open = [pattern]
  while (open.length > 0 && open.length + done.length <= most) {
    const one = open.pop() ?? ''
    const [whole, inner = ''] = /\{([^{}]*)\}/.exec(one) ?? []
    if (whole === undefined) done.push(one)
    else open.push(...inner.split(',').map(part => one.replace(whole, () => part)))
  }
  return done
}

function tokensOf(pattern: string, style: GlobStyle): readonly Token[] {
  const tokens: Token[] = []
  for (const part of pattern.match(/\*+\/?|\?|\[[^\]]+\]|\\.|./gsu) ?? []) {
    if (part.startsWith('*')) tokens.push(...starsOf(part, style))
    else if (part === '?') tokens.push({ any: 'one' })
    else if (part.length > 1 && part.startsWith('[')) tokens.push({ set: setOf(part.slice(1, -1)) })
    else tokens.push({ text: part.replace(/^\\(?=.)/s, '') })
  }
  return tokens
}

function starsOf(part: string, style: GlobStyle): readonly Token[] {
  const slash: readonly Token[] = part.endsWith('/') ? [{ text: '/' }] : []
  if (style === 'flat') return [{ any: 'all' }, ...slash]
  if (style === 'deep' && part.startsWith('**')) return [{ any: part.endsWith('/') ? 'folders' : 'all' }]
  return [{ any: 'step' }, ...slash]
}

function setOf(inner: string): CharSet {
  const not = /^[!^]/.test(inner)
  const parts = inner.slice(not ? 1 : 0).match(/.-.|./gsu) ?? []
  return {
    not,
    has: char =>
      parts.some(part =>
        part.length === 3 ? part.charAt(0) <= char && char <= part.charAt(2) : part === char,
      ),
  }
}

/** Which prefixes of the text the pattern so far stands for, one token after the other. */
function matches(tokens: readonly Token[], text: string): boolean {
  let reached: readonly boolean[] = Array.from({ length: text.length + 1 }, (_, at) => at === 0)
  for (const token of tokens)
    reached =
      'any' in token && token.any !== 'one' ? stretch(token.any, reached, text) : step(token, reached, text)
  return reached.at(-1) === true
}

function step(token: Token, before: readonly boolean[], text: string): readonly boolean[] {
  return before.map((_, at) => at > 0 && before[at - 1] === true && accepts(token, text.charAt(at - 1)))
}

function stretch(any: Any, before: readonly boolean[], text: string): readonly boolean[] {
  let isOpen = false
  return before.map((isEnd, at) => {
    const char = text.charAt(at - 1)
    const isReached =
      isEnd || (isOpen && (any !== 'folders' || char === '/') && (any !== 'step' || char !== '/'))
    // A star goes on from where it is; the folders of `**/` go on through what does not end one.
    isOpen = isReached || (isOpen && any === 'folders')
    return isReached
  })
}

function accepts(token: Token, char: string): boolean {
  if ('text' in token) return token.text === char
  if ('set' in token) return char !== '/' && token.set.has(char) !== token.set.not
  return char !== '/'
}
