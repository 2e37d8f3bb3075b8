"""The tokens of texts, whatever is in these."""

from articles.tokens import FOLDED, tokens


def test_memory_does_not_grow_with_rare_characters():
    assert tokens("Ｆ𝐅𠀀🙂") == ["ff", "𠀀"]
    tokens("".join(map(chr, range(0x10000, 0x30000))))
    assert "Ｆ" != FOLDED[ord("Ｆ")] == "f"
    assert max(FOLDED) < 0x10000
