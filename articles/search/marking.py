"""Where the words of a question stand in a text, shown with marks around them."""

from collections import defaultdict

from django.utils.html import format_html, format_html_join

from articles.tokens import spans

# Characters of a text that are shown, those before the first mark, and those of a text that are read at all.
LENGTH, BEFORE, MOST_READ = 200, 60, 50_000


def excerpt_of(text, query):
    """Return the part of a text in which a question's words stand, with <mark> around each; None when none does."""
    text = " ".join(text[:MOST_READ].split())
    found = matches(text, query)
    if not found:
        return None
    start, end = window(text, found[0][0])
    shown = [(a, b) for a, b in found if start <= a and b <= end]
    pieces, at = [], start
    for first, last in shown:
        pieces.append((text[at:first], text[first:last]))
        at = last
    marked = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}{}{}", "…" if start else "", marked, text[at:end], "…" if end < len(text) else "")


def window(text, first):
    """Return the (start, end) of what is shown around the first match, cut at spaces where there are any."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = max(0, min(first - BEFORE, len(text) - LENGTH))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = space if space > first else end
    return start, end


def matches(text, query):
    """Return the (start, end) spans of a text at which a phrase of a question stands, in order, none in another."""
    read = list(spans(text))
    places = defaultdict(list)
    for at, (token, _start, _end) in enumerate(read):
        places[token].append(at)
    found = []
    for phrase in {phrase for clause in query.wanted for phrase in clause}:
        alone = phrase.open and len(phrase.tokens) == 1
        for at in range(len(read)) if alone else places.get(phrase.tokens[0], ()):
            if stretch := fitting(phrase, read[at : at + len(phrase.tokens)]):
                found.append(stretch)
    return joined(sorted(found))


def fitting(phrase, read):
    """Return the (start, end) of the tokens read in a text when they are a phrase, else None."""
    found = [token for token, _start, _end in read]
    whole, last = list(phrase.tokens), phrase.tokens[-1]
    if found == whole:
        return read[0][1], read[-1][2]
    if phrase.open and found[:-1] == whole[:-1] and len(found) == len(whole) and found[-1].startswith(last):
        return read[0][1], read[-1][1] + len(last)
    return None


def joined(stretches):
    """Return the stretches of a text, in order, with those that overlap made into one."""
    apart = []
    for start, end in stretches:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart
