/** Words with a letter beyond ASCII, and how many of them could be a Vietnamese syllable. */
export interface VietnameseShare {
  readonly words: number
  readonly likely: number
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const INITIALS = 'b|ch?|d|đ|g[hi]?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x'
const FINALS = 'ch?|m|ngh?|nh?|p|t'
/** Vowels keep their hat, horn or breve; a syllable has at most three and ends in few consonants. */
const SYLLABLE = new RegExp(`^(?:${INITIALS})?(?:[aeiouyăâêôơư]{1,3})(?:${FINALS})?$`, 'u')
const WORDS = /[\p{L}\p{M}]+/gu
const MOST_WORDS = 5000

/** Counts the words of a text that are spelled as Vietnamese spells, to tell one encoding from another. */
export function countVietnamese(text: string): VietnameseShare {
  const found = (text.match(WORDS) ?? []).filter((word) => /\P{ASCII}/u.test(word))
  const words = found.slice(0, MOST_WORDS)
  return { words: words.length, likely: words.filter(isSyllable).length }
}

function isSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD').toLowerCase()
  if ((decomposed.match(TONES)?.length ?? 0) > 1) return false
  return isCasedAlike(word) && SYLLABLE.test(decomposed.replace(TONES, '').normalize('NFC'))
}

/** Vietnamese writes `Đường`, `đường` or `ĐƯỜNG`; a capital in the middle is a byte of another encoding. */
function isCasedAlike(word: string): boolean {
  const rest = word.slice(1)
  return rest === rest.toLowerCase() || word === word.toUpperCase()
}
