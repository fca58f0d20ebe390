/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i" };

/** A text without case, accents and punctuation: "cote d’ivoire" for Côte d'Ivoire, "saint lucia" for St. Lucia. */
export function simplify(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mark}\p{Format}'’‘ʼ´\u0060.]/gu, "")
    .replace(/[ßæœøłđðı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bst\b/g, "saint");
}
