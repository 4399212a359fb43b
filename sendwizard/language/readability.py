import re
VOWELS = re.compile(r"[aeiouy]+")
def syllables(word: str) -> int:
    w = re.sub(r"[^a-z]", "", word.lower())
    n = len(VOWELS.findall(w))
    if w.endswith("e") and not w.endswith("le") and n > 1: n -= 1
    if w.endswith("ed") and not w.endswith(("ted", "ded")) and n > 1: n -= 1
    if w.endswith("es") and not re.search(r"(s|x|z|ch|sh|c|g)es$", w) and n > 1: n -= 1
    return max(n, 1)
def flesch(text: str) -> float:
    sents = [s for s in re.split(r"[.!?:]+\s|\n\s*\n|\n[-*] ", text) if re.search(r"\w", s)]
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    if not words: return 100.0
    return 206.835 - 1.015 * len(words) / max(len(sents), 1) - 84.6 * sum(map(syllables, words)) / len(words)
