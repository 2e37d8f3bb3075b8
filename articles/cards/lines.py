"""How a text is laid out in lines: broken at spaces, as Korean is read, and cut with … where it is too long."""

import unicodedata

# No line begins with these, and none ends with those.
CLOSING = "”’」』》〉）】〕)]}>.,;:!?…·%。、，．！？：；ー々°"
OPENING = "“‘「『《〈（【〔([{<"
MOST_HANGING = 3
# What stands before a cut.
LOOSE = " ,.;:·…" + OPENING


def break_lines(text, width, measure):
    """Return text in lines no wider than `width`. A word is broken inside only when it is too long by itself."""
    lines, line = [], ""
    for word in words_of(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = pieces_of(word, width, measure)
        lines += full
    return [*lines, line] if line else lines


def words_of(text):
    """Return the words; a sign that may begin or end no line stays with the word that it stands beside."""
    words = []
    for word in text.split():
        if words and (word[0] in CLOSING or words[-1][-1] in OPENING):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def pieces_of(word, width, measure):
    """Return a word in pieces as wide as a line; some closing signs hang over its end, accents stay put."""
    pieces, piece = [], ""
    for sign in word:
        if piece and not is_bound(sign, piece) and measure(piece + sign) > width:
            whole = piece.rstrip(OPENING) or piece
            pieces.append(whole)
            piece = piece[len(whole) :]
        piece += sign
    return [*pieces, piece]


def is_bound(sign, piece):
    """Whether a sign stays with what stands before it."""
    hanging = len(piece) - len(piece.rstrip(CLOSING + " "))
    return unicodedata.combining(sign) > 0 or (sign in CLOSING + " " and hanging < MOST_HANGING)


def fit(text, width, height, faces):
    """Return the largest of the faces, the last being the smallest, with which text has room, and its lines."""
    for face in faces:
        lines = break_lines(text, width, face.width)
        most = height // face.leading
        if len(lines) <= most:
            return face, balance(text, lines, width, face.width)
    return face, [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), width, face.width)]


def balance(text, lines, width, measure):
    """Return as many lines as there are, of widths as even as they can be."""
    narrowest, widest = 0, width
    while widest - narrowest > 1:
        middle = (narrowest + widest) // 2
        tried = break_lines(text, middle, measure)
        is_whole = len(tried) <= len(lines) and all(measure(line) <= middle for line in tried)
        narrowest, widest = (narrowest, middle) if is_whole else (middle, widest)
    return break_lines(text, widest, measure)


def shorten(text, width, measure):
    """Return text on one line, cut at a word, or inside its only one, with … where it is too wide."""
    if measure(text) <= width:
        return text
    words = text.split()
    while len(words) > 1 and measure(cut(" ".join(words))) > width:
        words.pop()
    text = " ".join(words)
    while len(text) > 1 and measure(cut(text)) > width:
        text = text[:-1]
    return cut(text)


def cut(text):
    """Return text with … for what is left out."""
    return text.rstrip(LOOSE) + "…"
