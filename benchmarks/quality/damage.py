#!/usr/bin/env python3
"""Damages sound Vietnamese text, one row of KINDS a kind, and says exactly where.

usage: damage.py CLEAN_DIR OUT_DIR [--seed N] [--kinds NAME,...] [--list]

Writes OUT_DIR/KIND/NAME.txt for each CLEAN_DIR/NAME.txt, and NAME.damage.json beside it: what was
drawn for this document and the places, in code points of the clean text and of the damaged one.
The same seed gives the same bytes, whatever other kinds and files are asked for.

A text under damage is a list of cells, one for each character of the clean text, with what stands
there now: the letter, nothing, a blank, several characters. So places are known however many kinds
are laid over each other, and a kind need not know what another has done. All kinds draw from the
seed, the kind's name and the file's name.
"""
import argparse
import codecs
import html.entities
import json
import pathlib
import random
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import Callable

HERE = pathlib.Path(__file__).resolve().parent
SYLLABLE = re.compile(r"[^\W_]+")
TONES = "\u0300\u0301\u0303\u0309\u0323"
LAST_UNICODE_BLOCK = range(0x1EA0, 0x1F00)  # Latin Extended Additional from Ạ on: letters with tones
LINE_ENDS = "\n\r\f"


class Dice:
    """Draws that depend on nothing but the words they are seeded with.

    Only random.random() is used: its sequence is promised to stay the same over versions of Python,
    that of choice() and sample() is not.
    """

    def __init__(self, *words):
        self._random = random.Random("/".join(str(word) for word in words)).random

    def chance(self, probability):
        return self._random() < probability

    def between(self, low, high):
        return low + (high - low) * self._random()

    def whole(self, low, high):
        """A whole number from low to high, both possible."""
        return low + int(self._random() * (high - low + 1))

    def one_of(self, items):
        return items[int(self._random() * len(items))]

    def some_of(self, items, number):
        rest = list(items)
        return [rest.pop(int(self._random() * len(rest))) for _ in range(min(number, len(rest)))]

    def weighted(self, items, weights):
        at = self._random() * sum(weights)
        for item, weight in zip(items, weights):
            at -= weight
            if at < 0:
                return item
        return items[-1]


@dataclass
class Page:
    """A text under damage."""

    clean: str
    cells: list[str] = field(default_factory=list)
    codec: str = "utf-8"  # how the characters of the cells become bytes
    byte_order_mark: bytes = b""

    def __post_init__(self):
        self.cells = self.cells or list(self.clean)

    def intact(self, i):
        return self.cells[i] == self.clean[i]

    def letters(self, wanted=str.isalpha):
        """Places of letters that nothing has happened to yet."""
        return [i for i, c in enumerate(self.clean) if self.intact(i) and wanted(c)]

    def syllables(self):
        """(begin, end) of each syllable of the clean text."""
        return [match.span() for match in SYLLABLE.finditer(self.clean)]

    def lines(self):
        """(begin, end) of each line of the clean text, without its line end."""
        begin = 0
        for line in self.clean.split("\n"):
            yield begin, begin + len(line)
            begin += len(line) + 1

    def change(self, rewrite, where=None):
        """Rewrites intact cells: all of them, or those at the places given."""
        for i in range(len(self.cells)) if where is None else where:
            if self.intact(i):
                self.cells[i] = rewrite(self.clean[i])

    def part(self, i, sign):
        """A sign behind the letter, whatever it has become, if it is there at all."""
        if self.cells[i].strip():
            self.cells[i] += sign

    def part_behind(self, i):
        """The same with a blank."""
        self.part(i, " ")

    def text(self):
        return "".join(self.cells)

    def data(self):
        return self.byte_order_mark + self.text().encode(self.codec)

    def untouched(self):
        """Indices of the syllables that stand in the damaged text as they did.

        All letters are intact, and what stands beside them still parts them from others. A text in
        other bytes than UTF-8 has touched nothing that these bytes write like ASCII.
        """
        parted = lambda c: not c or not SYLLABLE.match(c)
        result = set()
        for number, (begin, end) in enumerate(self.syllables()):
            before = next((c for c in reversed(self.cells[max(0, begin - 8):begin]) if c), "")
            after = next((c for c in self.cells[end:end + 8] if c), "")
            if all(self.intact(i) for i in range(begin, end)) and parted(before[-1:]) and \
                    parted(after[:1]) and not unicodedata.combining(after[:1] or " "):
                result.add(number)
        return result

    def places(self):
        """Runs of changed cells: [begin, end) in the clean text and in the damaged text."""
        runs, at = [], 0
        for i, cell in enumerate(self.cells):
            if not self.intact(i):
                if runs and runs[-1][1] == i:
                    runs[-1][1], runs[-1][3] = i + 1, at + len(cell)
                else:
                    runs.append([i, i + 1, at, at + len(cell)])
            at += len(cell)
        return runs

    def offsets(self):
        """Where each cell begins in the damaged text, in code points; one more for the end."""
        result = [0]
        for cell in self.cells:
            result.append(result[-1] + len(cell))
        return result


def table(name):
    """Rows of a .tsv beside this file, as dicts; lines that begin with # are comments."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def without_marks(text):
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def is_marked(c):
    return without_marks(c) != c


# --- letters that are gone ------------------------------------------------------------------------

def lose_a_set(page, dice, instead, wanted=str.isalpha):
    """2 to 5 letters of the document, each lost nearly everywhere, as by a font without them."""
    counts = {}
    for i in page.letters(wanted):
        counts[page.clean[i]] = counts.get(page.clean[i], 0) + 1
    likely = sorted(letter for letter, count in counts.items() if count >= 2)
    lost = {c: dice.between(0.7, 1) for c in dice.some_of(likely, dice.whole(2, 5))}
    page.change(lambda c: instead, [i for i in page.letters() if page.clean[i] in lost
                                    and dice.chance(lost[page.clean[i]])])
    return {"lost": {letter: round(share, 3) for letter, share in lost.items()}}


def dropped_glyph(page, dice):
    return lose_a_set(page, dice, " ")


def upper_block_lost(page, dice):
    page.change(lambda c: " ", page.letters(lambda c: ord(c) in LAST_UNICODE_BLOCK))
    return {}


def upper_block_gone(page, dice):
    page.change(lambda c: "", page.letters(lambda c: ord(c) in LAST_UNICODE_BLOCK))
    return {}


def marked_lost(page, dice):
    page.change(lambda c: " ", page.letters(lambda c: ord(c) >= 0x80))
    return {}


def marked_lost_bytes(page, dice):
    """A blank for each byte that the letter has in UTF-8."""
    page.change(lambda c: " " * len(c.encode()), page.letters(lambda c: ord(c) >= 0x80))
    return {}


def marked_gone(page, dice):
    page.change(lambda c: "", page.letters(lambda c: ord(c) >= 0x80))
    return {}


SYMBOL = re.compile(r"(?<=\d/)[A-ZĐ][A-ZĐgr]*(?:-[A-ZĐ][A-ZĐgr0-9]*)+"
                    r"|(?<=\d)-[A-ZĐ][A-ZĐgr]*/[A-ZĐ]+(?:-[A-ZĐ]+)*"
                    r"|\b(?:19|20)\d\d-(?:19|20)\d\d\b")


def dropped_hyphen(page, dice):
    """The hyphens of symbols ("QĐ-UBND", "20-NQ/TW") and of ranges of years are gone."""
    for match in SYMBOL.finditer(page.clean):
        for i in range(*match.span()):
            if page.clean[i] == "-":
                page.cells[i] = ""
    return {}


def glyphs_lost_and_narrowed(page, dice):
    """The same in a web copy: of several blanks one is left, and none at the ends of a line. A letter
    at the end of a word is gone without a trace."""
    bar = dice.chance(0.5)
    page.change(lambda c: " ", page.letters(
        lambda c: ord(c) in LAST_UNICODE_BLOCK or (bar and c in "Đđ")))
    for begin, end in page.lines():
        for run in re.finditer(" +", "".join(page.cells[begin:end])):
            places = range(begin + run.start(), begin + run.end())
            at_an_end = run.start() == 0 or run.end() == end - begin
            kept = next((i for i in places if page.intact(i)), places[0])
            for i in places:
                if at_an_end or i != kept:
                    page.cells[i] = ""
    return {"bar": bar}


def dropped_letter(page, dice):
    share = dice.between(0.01, 0.04)
    page.change(lambda c: "", [i for i in page.letters() if dice.chance(share)])
    return {"share": round(share, 4)}


def dropped_letter_set(page, dice):
    return lose_a_set(page, dice, "", is_marked)


# --- marks and blanks -----------------------------------------------------------------------------

def missing_diacritics(page, dice):
    share = dice.between(0.05, 0.20)
    for begin, end in page.syllables():
        if dice.chance(share):
            page.change(without_marks, range(begin, end))
    return {"share": round(share, 4)}


def unaccented(page, dice):
    page.change(without_marks)
    return {}


def joined_words(page, dice):
    share = dice.between(0.02, 0.05)
    inner = [i for i in range(1, len(page.clean) - 1) if page.clean[i] == " " and page.intact(i)
             and page.clean[i - 1].isalnum() and page.clean[i + 1].isalnum()]
    page.change(lambda c: "", [i for i in inner if dice.chance(share)])
    return {"share": round(share, 4)}


def split_word(page, dice):
    share = dice.between(0.01, 0.02)
    for begin, end in page.syllables():
        if end - begin > 1 and page.clean[begin:end].isalpha() and dice.chance(share):
            page.part_behind(dice.whole(begin, end - 2))
    return {"share": round(share, 4)}


def split_capitals(page, dice):
    """Spaced headings: in some lines of capitals a blank stands between most letters of a word."""
    for begin, end in page.lines():
        line = page.clean[begin:end]
        if line.isupper() and len(line) > 8 and dice.chance(0.5):
            for match in SYLLABLE.finditer(line):
                if match[0].isalpha() and dice.chance(0.6):
                    for i in range(begin + match.start(), begin + match.end() - 1):
                        if dice.chance(0.5):
                            page.part_behind(i)
    return {}


# --- other letters --------------------------------------------------------------------------------

def lookalike(page, dice):
    """Some rows of the table, each for this document alone and for most of its letters."""
    rows = {}
    for row in dice.some_of(table("lookalikes.tsv"), dice.whole(4, 12)):
        rows[row["right"]] = (row["instead"], dice.between(0.3, 1))
    horn = {"ư": ("ƣ", 1.0), "Ư": ("Ƣ", 1.0)}  # by far the most frequent in real documents
    rows = {**rows, **(horn if dice.chance(0.7) else {})}
    for i in page.letters(rows.__contains__):
        instead, share = rows[page.clean[i]]
        if dice.chance(share):
            page.change(lambda c: instead, [i])
    return {"instead": {right: instead for right, (instead, _) in rows.items()}}


# What a site that keeps its texts from being copied shows for each letter.
DISGUISE = dict(zip("bBcCgGhHkKnNoOpPrRtvVyYưƯìÌòÒúÚạ", (
    "\u044c", "\u042c", "\u0ec0", "\u0ec0", "\u01e5", "\u01e4", "\u04ba", "\u04ba", "k\u031f", "K\u031f",
    "\u043f", "\u041f", "0", "0", "\u03c1", "\u03a1", "\u0433", "\u0413", "\u019a", "\u0475", "\u0474",
    "\u0263", "\u0194", "\u01a3", "\u01a2", "\u1f76", "\u1f76", "\u1f78", "\u1f78", "\u03cd", "\u03cd",
    "a\u034e")))


def disguised(page, dice):
    """Most of the letters of DISGUISE, in words that are Vietnamese."""
    for match in SYLLABLE.finditer(page.clean):
        if match[0].isalpha() and not match[0].isupper() or dice.chance(0.8):
            page.change(lambda c: DISGUISE[c] if dice.chance(0.95) else c,
                        [i for i in range(*match.span()) if page.clean[i] in DISGUISE])
    return {}


# The letters without marks, as sites that want no moderator to read them write them.
SMALL_CAPITALS = dict(zip("abcdđeghiklmnoprstuvy", (
    "\u1d00", "\u0299", "\u1d04", "\u1d05", "\u018c", "\u1d07", "\u0262", "\u029c", "\u026a", "\u1d0b",
    "\u029f", "\u1d0d", "\u0274", "\u1d0f", "\u1d18", "\u0280", "\ua731", "\u1d1b", "\u1d1c", "\u1d20",
    "\u028f")))


def small_capitals(page, dice):
    """Nine in ten small letters are small capitals, their marks behind them: ʜᴏ̣ᴄ."""
    def rewrite(c):
        apart = unicodedata.normalize("NFD", c)
        return SMALL_CAPITALS.get(apart[0], apart[0]) + apart[1:]

    page.change(rewrite, [i for i in page.letters(str.islower) if dice.chance(0.9)])
    return {}


def latin_1_as_cp1250(page, dice):
    """The letters of Latin-1 are those of windows-1250 with the same bytes: ngŕnh, tuyęn, đă."""
    del dice
    other = {c: c.encode("latin-1").decode("cp1250") for c in map(chr, range(0xC0, 0x100))}
    page.change(other.get, page.letters(other.__contains__))
    return {}


def latin_1_as_cp1258(page, dice):
    """The letters of Latin-1 are what windows-1258 has at the same bytes: h\u0301nh, đă, xử lư."""
    del dice
    other = {c: c.encode("latin-1").decode("cp1258") for c in "ÌÒÃÕÝìòãõý"}
    page.change(other.get, page.letters(other.__contains__))
    return {}


def floated(page, dice):
    """Letters U+1EA0-1EFF, ơ and ư are blanks in their words, and stand before or behind the line in
    any order; one in ten is lost."""
    wanted = lambda c: ord(c) in LAST_UNICODE_BLOCK or c in "ơưƠƯ"
    for begin, end in page.lines():
        places = [i for i in range(begin, end) if wanted(page.clean[i])]
        if not places:
            continue
        for i in places:
            page.cells[i] = " "
        drawn = [page.clean[i] for i in dice.some_of(places, len(places)) if dice.chance(0.9)]
        behind = drawn[len(drawn) // 2:] if dice.chance(0.3) else []
        before = drawn[:len(drawn) - len(behind)]
        page.cells[begin] = "".join(c + " " for c in before) + page.cells[begin]
        page.cells[end - 1] += "".join(" " + c for c in behind)
    return {}


def code_point_slip(page, dice):
    """1 to 3 marked letters, each everywhere one foreign letter (ngǜ for ngũ, kǶ for kỳ)."""
    foreign = [chr(c) for c in [*range(0x1CD, 0x1DD), *range(0x1F4, 0x21C)]]
    marked = sorted({page.clean[i] for i in page.letters(is_marked)})
    slips = dict(zip(dice.some_of(marked, dice.whole(1, 3)), dice.some_of(foreign, 3)))
    page.change(slips.get, page.letters(slips.__contains__))
    return {"slips": slips}


def ocr(page, dice):
    """Some confusions of the table for the document, each with a share of its own."""
    rows = table("ocr.tsv")
    chosen, left = [], rows
    for _ in range(dice.whole(10, 16)):
        row = dice.weighted(left, [int(row["weight"]) for row in left])
        chosen, left = [*chosen, row], [other for other in left if other is not row]
    counts = {row["right"]: 0 for row in chosen}
    places = page.letters(lambda c: c in counts)
    letters = len(page.letters())
    for i in places:
        counts[page.clean[i]] += 1
    total = sum(counts[row["right"]] * int(row["weight"]) for row in chosen) or 1
    share = dice.between(0.01, 0.02)
    rates = {}
    for row in chosen:
        rate = min(0.9, share * letters * int(row["weight"]) / total)
        rates.setdefault(row["right"], []).append((row["read"], rate))
    for i in places:
        for read, rate in rates[page.clean[i]]:
            if page.intact(i) and dice.chance(rate):
                page.change(lambda c: read, [i])
    return {"share": round(share, 4),
            "confusions": {right: [read for read, _ in reads] for right, reads in rates.items()}}


# --- Unicode forms --------------------------------------------------------------------------------

def decompose(page, dice):
    page.change(lambda c: unicodedata.normalize("NFD", c))
    return {}


def tone_apart(c):
    """The letter without its tone, composed, and the tone: ("ê", "\u0309"); no tone: (c, "")."""
    marks = unicodedata.normalize("NFD", c)
    tone = "".join(m for m in marks if m in TONES) if is_marked(c) else ""
    return (unicodedata.normalize("NFC", "".join(m for m in marks if m not in TONES)), tone) \
        if tone else (c, "")


def half_composed(page, dice):
    page.change(lambda c: "".join(tone_apart(c)))
    return {}


def detached_marks(page, dice):
    """The tone stands after a blank ("triê ̉n") in a share of the syllables that have one."""
    share = dice.between(0.2, 1)
    toned = page.letters(lambda c: tone_apart(c)[1] != "")
    page.change(lambda c: " ".join(tone_apart(c)), [i for i in toned if dice.chance(share)])
    return {"share": round(share, 4)}


def piled_marks(page, dice):
    """The tones of a line are gathered behind its end, in order, their letters are without them."""
    for begin, end in page.lines():
        if end == len(page.clean) or not dice.chance(0.5):
            continue
        toned = [i for i in range(begin, end) if page.intact(i) and tone_apart(page.clean[i])[1]]
        pile = "".join(" " + tone_apart(page.clean[i])[1] for i in toned)
        page.change(lambda c: tone_apart(c)[0], toned)
        page.change(lambda c: pile + c, [end])
    return {}


# --- encodings ------------------------------------------------------------------------------------

ENCODINGS = {}  # name -> letter -> bytes
for one_letter in table("encodings.tsv"):
    for name_, bytes_ in one_letter.items():
        if name_ != "letter":
            ENCODINGS.setdefault(name_, {})[one_letter["letter"]] = bytes.fromhex(bytes_)
PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\xa0": " ",
         "•": "*", "≥": ">=", "≤": "<=", "×": "x", "½": "1/2"}


def in_table(name):
    letters = ENCODINGS[name]
    used = {byte for written in letters.values() for byte in written}

    def encode(c):
        if c in letters:
            return letters[c]
        if c < "\x80":
            return c.encode("ascii")
        # Typographic signs stand where Windows has them, if no letter does.
        there = c.encode("cp1252", "ignore")
        return there if there and there[0] not in used else PLAIN.get(c, "?").encode("ascii")
    return encode


def in_cp1258(c):
    """Vietnamese Windows: letters with a hat, breve or horn are one byte, tones another."""
    for form in (c, "".join(tone_apart(c))):
        try:
            return form.encode("cp1258")
        except UnicodeEncodeError:
            pass
    return PLAIN.get(c, "?").encode("ascii")


VIQR_MARKS = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0301": "'", "\u0300": "`",
              "\u0309": "?", "\u0303": "~", "\u0323": "."}


def in_viqr(page):
    """RFC 1456: marks as ASCII signs behind the letter, a backslash before such a sign as itself."""
    written = []
    for i, c in enumerate(page.clean):
        before = page.clean[i - 1] if i else ""
        if c in "đĐ":
            written.append("dd" if c == "đ" else "DD")
        elif c in "'`?~.^(+" and without_marks(before).lower() in tuple("aeiouy"):
            written.append("\\" + c)
        else:
            base = unicodedata.normalize("NFD", c)
            marks = sorted(base[1:], key=lambda mark: mark in TONES)
            plain = base[0] if base[0] < "\x80" else PLAIN.get(c, "?")
            written.append(plain + "".join(VIQR_MARKS.get(mark, "") for mark in marks))
    return written


def as_bytes(encode):
    """The file is in the old encoding."""
    def damage(page, dice):
        page.codec = "latin-1"
        page.change(lambda c: encode(c).decode("latin-1"))
        return {}
    return damage


def viqr(page, dice):
    page.codec = "ascii"
    page.cells = in_viqr(page)
    return {}


def utf16(codec, mark=b""):
    def damage(page, dice):
        page.codec, page.byte_order_mark = codec, mark
        return {}
    return damage


def shown_as(data, codec):
    """Bytes as a program shows them that takes them for another encoding; what that encoding leaves
    open becomes the control character of the same number."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in data)


def stored(name):
    """The file is UTF-8, its letters are those that the old bytes look like ("Céng hoµ x· héi")."""
    encode = in_cp1258 if name == "CP1258" else in_table(name)
    codec = "mac_roman" if name == "VNI-MAC" else "cp1252"
    return lambda c: shown_as(encode(c), codec)


def as_stored(name, replaced=()):
    def damage(page, dice):
        rewrite = stored(name)
        page.change(lambda c: dict(replaced).get(rewrite(c), rewrite(c)))
        return {}
    return damage


def horn_lost(instead):
    """Converted well, but for TCVN3's ư, which is the soft hyphen of Latin-1: đợc, đ-ợc for được."""
    def damage(page, dice):
        page.change(lambda c: instead, page.letters(lambda c: c == "ư"))
        return {}
    return damage


def taken_for(name):
    """Text in Unicode whose letters of Latin-1 a converter took for codes of `name`: nhõn dõn, phịng.
    Every other converter from VNI swallows u or y and such a letter behind it: q trình, Ngun."""
    codes = {written.decode("latin-1"): letter for letter, written in ENCODINGS[name].items()}

    def damage(page, dice):
        swallows = name == "VNI-WIN" and dice.chance(0.5)
        for i, c in enumerate(page.clean):
            if not "\x80" <= c <= "\xff":
                continue
            pair = page.clean[i - 1:i] + c
            if pair in codes and page.intact(i - 1):
                page.cells[i - 1], page.cells[i] = "", codes[pair]
            elif swallows and c.isalpha() and pair[0] in "uUyY" and page.intact(i - 1):
                page.cells[i - 1] = page.cells[i] = ""
            elif c in codes:
                page.cells[i] = codes[c]
        return {"swallows": swallows}
    return damage


def torn_capitals(page, dice):
    """Capitals with tones are small in half of the words that are all capitals: TUầN."""
    def is_toned(c):
        return any(mark in TONES for mark in unicodedata.normalize("NFD", c))

    for match in SYLLABLE.finditer(page.clean):
        if match[0].isalpha() and match[0].isupper() and len(match[0]) > 2 and dice.chance(0.5):
            page.change(str.lower, [i for i in range(*match.span()) if is_toned(page.clean[i])])
    return {}


def several_encodings(page, dice):
    """Runs of lines in different encodings, all stored as UTF-8, some in Unicode."""
    names = dice.some_of(["TCVN3", "VNI-WIN", "VPS", "VISCII"], 2) + [None]
    rewrite, used = None, []
    for begin, end in page.lines():
        if not used or dice.chance(0.1):
            used.append(dice.one_of(names))
            rewrite = stored(used[-1]) if used[-1] else None
        if rewrite:
            page.change(rewrite, range(begin, end))
    return {"encodings": used}


# --- UTF-8 read as something else -----------------------------------------------------------------

def misread(codec, times=1, lose=None):
    """`lose` is what becomes of a character that did not survive, None for those that did."""
    def rewrite(c):
        for _ in range(times):
            c = shown_as(c.encode("utf-8"), codec)
            if lose:
                c = "".join(lose(one) for one in c)
        return c

    def damage(page, dice):
        page.change(rewrite)
        return {}
    return damage


def misread_stretches(codecs_of):
    """UTF-8 read as one of them, stretch by stretch without blanks, for in the east two bytes are a
    character; what it leaves open is U+FFFD. A character is in the cell of its first byte."""
    def damage(page, dice):
        codec = dice.one_of(codecs_of)
        for match in re.finditer(r"\S+", page.clean):
            begin, end = match.span()
            if match[0].isascii() or not all(page.intact(i) for i in range(begin, end)):
                continue
            decoder = codecs.getincrementaldecoder(codec)("replace")
            cells, first = [""] * (end - begin), 0
            owners = [k for k, c in enumerate(match[0]) for _ in c.encode("utf-8")]
            for place, byte in enumerate(match[0].encode("utf-8")):
                shown = decoder.decode(bytes([byte]), place + 1 == len(owners))
                if shown:
                    cells[first] += shown
                    first = owners[min(place + 1, len(owners) - 1)]
            page.cells[begin:end] = cells
        return {"codec": codec}
    return damage


def control(c):
    return "\x80" <= c <= "\x9f"


OTHER_PAGES = ["cp437", "cp850", "cp866", "cp1250", "cp1251", "cp1257", "iso8859_2", "koi8_r", "cp874"]
EASTERN_PAGES = ["gbk", "shift_jis", "cp949"]

CURLED = {"“": '"', "”": '"', "‘": "'", "’": "'", "‚": "'", "„": '"'}


def pair_read_as_utf8(page, dice):
    """The reverse: Ã and a hard blank of Latin-1 are the two bytes of à ("XàHỘI", "Xà HỘI")."""
    blank = dice.one_of(["", " "])
    for i in page.letters(lambda c: c == "Ã"):
        if page.clean[i + 1:i + 2] == " ":
            page.cells[i], page.cells[i + 1] = "à", blank
    return {"blank": blank}


# --- fonts ----------------------------------------------------------------------------------------

def glyph_runs(page, dice, number):
    """Words with a letter of the second font stand in it whole; others mostly do not."""
    for begin, end in page.syllables():
        special = any(ord(c) > 0xFF for c in page.clean[begin:end])
        if dice.chance(0.95 if special else 0.1):
            page.change(number, range(begin, end))


def mac_order(c):
    """Number of a glyph in the standard order of TrueType fonts, up to Latin-1."""
    code = c.encode("mac_roman", "ignore")
    return (code[0] - (29 if code[0] < 0x80 else 30)) if code else ord(c)


def font_map_known(page, dice, control=lambda glyph: ""):
    """Glyph numbers of Times New Roman, upright or italic, as code points ("7+ѬѪ1*" = THƯƠNG)."""
    block, horn = dice.one_of([(0x19FC, 0x46A), (0x1B78, 0x2EE)])
    numbers = {"Ă": 0x102, "ă": 0x103, "Đ": 0x108, "đ": 0xFF, "Ĩ": 0x1AC, "ĩ": 0x1AD, "Ũ": 0x1EC,
               "ũ": 0x1ED, "Ơ": horn, "ơ": horn + 1, "Ư": horn + 2, "ư": horn + 3}

    def number(c):
        glyph = numbers.get(c) or (ord(c) - block if ord(c) in LAST_UNICODE_BLOCK else mac_order(c))
        return chr(glyph) if glyph >= 0x20 else control(glyph)  # most extractors drop it
    glyph_runs(page, dice, number)
    return {"block": block}


def font_map_controls(page, dice):
    """The same of an extractor that keeps controls: digits and signs have the lowest numbers."""
    values = font_map_known(page, dice, chr)
    coded = [i for i, c in enumerate(page.clean) if c in "%+,-./0123456789:;" and dice.chance(0.8)]
    page.change(lambda c: chr(ord(c) - 29), coded)
    return values


def font_map_order(page, dice):
    """Glyphs numbered in the order of Unicode, from a start of the document's own font."""
    start, shift = dice.whole(0x100, 0x600), dice.one_of([0, 29])
    alphabet = sorted(letter for letter in ENCODINGS["VISCII"] if ord(letter) > 0xFF)

    def number(c):
        if c in alphabet:
            return chr(start + alphabet.index(c))
        return chr(ord(c) - shift) if "=" <= c <= "~" else c
    glyph_runs(page, dice, number)
    return {"start": start, "shift": shift}


def font_map_low_byte(page, dice):
    """Of each letter beyond Latin-1 only the low byte of its number is left ("NGH(A" = NGHĨA)."""
    low = lambda c: chr(ord(c) & 0xFF)
    page.change(lambda c: "" if unicodedata.category(low(c)) == "Cc" else low(c),
                page.letters(lambda c: ord(c) > 0xFF))
    return {}


def font_map_permuted(page, dice):
    """A subset font numbers its marked letters in any order: low numbers of its own document."""
    marked = sorted({page.clean[i] for i in page.letters(is_marked)})
    glyphs = dice.some_of([chr(c) for c in [*range(0xA1, 0xAD), *range(0xAE, 0x100),
                                            *range(0x100, 0x180)]], len(marked))
    numbers = dict(zip(marked, glyphs))
    page.change(numbers.get, page.letters(is_marked))
    return {"glyphs": numbers}


ASCII_CODES = [chr(c) for c in range(0x21, 0x7F) if not "a" <= chr(c) <= "z"]


def ascii_codes(page, dice, lost=""):
    """Fonts without a map, whose glyphs are read as signs, digits and capitals: marked letters and
    some plain ones, numbered as they come, or drawn. Lines in capitals are in a font of their own."""
    plain = dice.some_of([c for c in "abcdehiklmnopqrstuvxyg" if c != lost], dice.whole(4, 10))
    plain += [c.upper() for c in plain]
    as_they_come, fonts = dice.chance(0.5), [{}, {}]
    # Files with marks of Markdown come from no such font; what reads them takes these marks away.
    marks = "#*_`[]<>|\\~!" if re.search(r"\*\*|^#", page.clean, re.M) else ""
    codes = [c for c in ASCII_CODES if c not in marks]
    glyphs = [iter(codes if as_they_come else dice.some_of(codes, len(codes))) for _ in fonts]
    for begin, end in page.lines():
        line = page.clean[begin:end]
        number = int(line.upper() == line)
        numbers, left = fonts[number], glyphs[number]
        for i in range(begin, end):
            c = page.clean[i]
            if c in numbers or (c.isalpha() and (is_marked(c) or c in plain and (c.islower() or number))):
                numbers[c] = numbers.get(c) or next(left, c)
                page.cells[i] = numbers[c]
            elif lost and c == (lost.upper() if number else lost):
                page.cells[i] = ""
    return {"fonts": fonts, "plain": plain, "lost": lost}


def ascii_codes_and_loss(page, dice):
    """The same; the first glyph of the font was the blank's number, and a letter is gone."""
    return ascii_codes(page, dice, dice.one_of("tn"))


def drawn_twice(page, dice):
    """Lines in a bold face that is none: each glyph is drawn, and read, twice; blanks, too, or not."""
    times, blanks = dice.one_of([2, 2, 2, 3, 4]), dice.chance(0.3)
    for begin, end in page.lines():
        if end - begin > 70 or not dice.chance(0.5):
            continue
        page.change(lambda c: c if c == " " and not blanks else c * times, range(begin, end))
    return {"times": times, "blanks": blanks}


def drawn_twice_apart(page, dice):
    """The same, and what reads the page takes the second copy for the next letter of a word to come
    ("K KẾ Ế"), or parts the pairs ("KK ẾẾ"), or reads the line once more."""
    form = dice.one_of(["chain", "pairs", "line"])
    for begin, end in page.lines():
        line = page.clean[begin:end]
        if not 0 < len(line) <= 70 or line != line.strip() or "  " in line or not dice.chance(0.5):
            continue
        if form == "line":
            page.cells[end - 1] += line
            continue
        for i in range(begin, end):
            if page.clean[i] == " ":
                page.cells[i] = "   " if form == "pairs" else " "
            elif form == "chain":
                page.cells[i] = page.clean[i] + " " + page.clean[i]
            else:
                page.cells[i] = page.clean[i] * 2 + ("" if page.clean[i + 1:i + 2] in " \n" else " ")
    return {"form": form}


# --- letters that became one sign -----------------------------------------------------------------

BEST_OF_CP1252 = dict(zip("ăđĩơũưĂĐĨƠŨƯ", "adiouuAÐIOUU"))  # what Windows has for a letter that it lacks


def comes_through(codec):
    def kept(c):
        try:
            return c.encode(codec).decode("cp1252")
        except UnicodeEncodeError:
            return None
    return kept


def replaced(page, letter_of, sign, by_bytes=False):
    """`letter_of` says what is shown for a letter, None where that is the sign."""
    def rewrite(c):
        shown = letter_of(c)
        return sign * (len(c.encode("utf-8")) if by_bytes else 1) if shown is None else shown
    page.change(rewrite, page.letters(lambda c: c > "\x7f" and c.isalpha()))


def replaced_cp1258(page, dice):
    """A data base in windows-1258 without tone marks, shown as windows-1252: ðý?c."""
    replaced(page, comes_through("cp1258"), "?")
    return {}


def replaced_cp1252(page, dice):
    """Windows looks for the best letter of windows-1252 first: du?c."""
    replaced(page, lambda c: BEST_OF_CP1252.get(c) or comes_through("cp1252")(c), "?")
    return {}


def replaced_latin_1(page, dice):
    """Bytes of a code page that were taken for UTF-8: letters of Latin-1 are U+FFFD; in half of the
    documents those that windows-1252 has not are a letter like them, or ?."""
    two = dice.chance(0.5)
    def letter_of(c):
        if c == "Đ" or ord(c) < 0x100:
            return None
        return (BEST_OF_CP1252.get(c) or "?") if two else c
    replaced(page, lambda c: c if c == "Đ" and not two else letter_of(c), "\ufffd")
    return {"signs": 2 if two else 1}


def replaced_drawn(page, dice):
    """Code page or font, and the sign, are drawn."""
    sign = dice.one_of(["?", "\ufffd", "\u25a1"])
    lost = dice.one_of(["ascii", "utf-8", "latin-1", "last block"])
    kept = {"ascii": lambda c: None, "utf-8": lambda c: None, "latin-1": comes_through("latin-1"),
            "last block": lambda c: None if ord(c) in LAST_UNICODE_BLOCK else c}[lost]
    replaced(page, kept, sign, lost == "utf-8")
    return {"sign": sign, "lost": lost}


def replaced_marks(page, dice):
    """A decomposed text in a code page without marks: ho??p, va?, ?a?o."""
    def rewrite(c):
        parts = unicodedata.normalize("NFD", c)
        return "".join(part if part < "\x7f" else "?" for part in parts)
    page.change(rewrite, page.letters(lambda c: c > "\x7f" and c.isalpha()))
    return {}


ALPHABETS = {"lao": range(0xE81, 0xEB0), "thai": range(0xE01, 0xE2F), "georgian": range(0x10D0, 0x10F0),
             "latin extended-b": [c for c in range(0x180, 0x2B0) if chr(c) not in "ƠơƯư"],
             "private use": range(0xF000, 0xF100)}


def other_alphabet(page, dice):
    """3-8 letters of the document, marked or not, are letters of an alphabet that has nothing to do
    with them, throughout; in one document of three "ti" and "Th" are one letter, as fonts draw them."""
    alphabet = dice.one_of(sorted(ALPHABETS))
    signs = [chr(c) for c in ALPHABETS[alphabet]]
    drawn = {}
    if dice.chance(0.33):
        for pair in ("ti", "Th"):
            sign = drawn[pair] = signs.pop(dice.whole(0, len(signs) - 1))
            for match in re.finditer(pair, page.clean):
                i = match.start()
                if page.intact(i) and page.intact(i + 1):
                    page.cells[i], page.cells[i + 1] = sign, ""
        return {"alphabet": alphabet, "letters": drawn}
    counts = {}
    for i in page.letters():
        counts[page.clean[i]] = counts.get(page.clean[i], 0) + 1
    letters = dice.some_of(sorted(c for c, count in counts.items() if count >= 3), dice.whole(3, 8))
    drawn = dict(zip(letters, dice.some_of(signs, len(letters))))
    page.change(drawn.get, page.letters(lambda c: c in drawn))
    return {"alphabet": alphabet, "letters": drawn}


def ligature_lost(page, dice):
    """ "Th" or "ti", which the font draws as one glyph, is gone, or became a blank."""
    pair, left = dice.one_of(["Th", "Th", "ti"]), dice.one_of(["", "", " "])
    for match in re.finditer(pair, page.clean):
        i = match.start()
        if page.intact(i) and page.intact(i + 1):
            page.cells[i], page.cells[i + 1] = left, ""
    return {"pair": pair, "left": left}


# --- characters as numbers ------------------------------------------------------------------------

# Where references are what letters may be written as, they are no damage.
MARKDOWN = re.compile(r"^\|[-: |]+\|$|\*\*|^#+ |<br>|\]\(|^```", re.MULTILINE)


def beyond_ascii(page):
    return [] if MARKDOWN.search(page.clean) else page.letters(lambda c: c > "\x7f")


def decimal_reference(c):
    return f"&#{ord(c)};"


def named_reference(c):
    name = html.entities.codepoint2name.get(ord(c))
    return f"&{name};" if name else decimal_reference(c)


def references(page, dice):
    """A web page whose references nobody read back: all decimal, all hexadecimal, or names."""
    form = dice.one_of(["decimal", "hexadecimal", "names", "beyond Latin-1"])
    letter = {"decimal": decimal_reference, "hexadecimal": lambda c: f"&#x{ord(c):X};",
              "names": named_reference,
              "beyond Latin-1": lambda c: c if ord(c) < 0x100 else decimal_reference(c)}[form]
    page.change(letter, beyond_ascii(page))
    return {"form": form}


def references_cut(page, dice):
    """The same, and one in twenty has lost one of its signs."""
    def letter(c):
        reference = decimal_reference(c)
        lost = dice.one_of([reference[:-1], reference[1:], "&" + reference[2:]])
        return lost if dice.chance(0.05) else reference
    page.change(letter, beyond_ascii(page))
    return {}


def code_numbers(page, dice):
    """Letters as a programming language, a statistics package or a mail program writes them."""
    form = dice.one_of(["\\u", "u", "<U+>", "%u", "=", "rtf", "%"])
    letter = {"\\u": lambda c: f"\\u{ord(c):04x}", "u": lambda c: f"u{ord(c):04x}",
              "<U+>": lambda c: f"<U+{ord(c):04X}>", "%u": lambda c: f"%u{ord(c):04X}",
              "=": lambda c: "".join(f"={byte:02X}" for byte in c.encode("utf-8")),
              "rtf": lambda c: f"\\u{ord(c)}?",
              "%": lambda c: "".join(f"%{byte:02X}" for byte in c.encode("utf-8"))}[form]
    page.change(letter, beyond_ascii(page))
    return {"form": form}


def unseen_signs(page, dice):
    """Soft hyphens in longer words and blanks without width beside others, as pages of the web have
    them."""
    for begin, end in page.syllables():
        if not page.clean[begin:end].isalpha():
            continue
        if end - begin > 3 and dice.chance(0.1):
            page.part(begin + 1, "\u00ad")
        elif dice.chance(0.1):
            page.part(end - 1, "\u200b")
    return {}


def in_shape(page, dice):
    """Letters of ASCII in another shape: of full width, or of mathematics."""
    first = dice.one_of([None, 0x1D400, 0x1D5A0, 0x1D670])

    def shape(c):
        if first is None:
            return chr(ord(c) - 0x21 + 0xFF01)
        return chr(first + ord(c) - (0x41 if c.isupper() else 0x61 - 26))
    page.change(shape, page.letters(lambda c: c.isascii() and c.isalpha()))
    return {"first": first}


def half_letters(page, dice):
    """The hard blanks of Latin-1 became plain ones, byte by byte, and with them the last bytes of
    à, Ơ, Ạ: two blanks in a row stay, or become one."""
    collapses = dice.chance(0.5)

    def half(i):
        behind = page.clean[i + 1:i + 2]
        return "\ufffd" if collapses and (not behind or behind.isspace()) else "\ufffd "
    for i in page.letters(lambda c: c.encode("utf-8").endswith(b"\xa0")):
        page.change(lambda c, i=i: half(i), [i])
    return {"collapses": collapses}


def cut_letters(page, dice):
    """A program decodes each piece of the file by itself: where two meet, U+FFFD stands for the
    halves of a letter, or of a quotation mark or a dash."""
    size = dice.one_of([128, 256, 512])
    at = 0
    for i, c in enumerate(page.clean):
        data = c.encode("utf-8")
        if page.intact(i) and ord(c) > 127 and at // size < (at + len(data) - 1) // size:
            inside = size - at % size
            halves = (data[:inside], data[inside:])
            page.change(lambda c, halves=halves: "".join(
                half.decode("utf-8", errors="replace") for half in halves), [i])
        at += len(data)
    return {"size": size}


# --- the table ------------------------------------------------------------------------------------

def none(page, dice):
    return {}


def mixed(*parts):
    """Several kinds in one document; each leaves alone what an earlier one has changed."""
    def damage(page, dice):
        return {part.__name__: part(page, dice) for part in parts}
    return damage


LOSSES = [dropped_glyph, dropped_letter, missing_diacritics, joined_words, split_word,
          code_point_slip, lookalike, detached_marks, ocr]


def three_drawn(page, dice):
    return {part.__name__: part(page, dice) for part in dice.some_of(LOSSES, 3)}


@dataclass(frozen=True)
class Kind:
    name: str
    group: str  # the kind of repair that undoes it, as the model calls it
    goal: float | None  # share of the errors to be undone
    damage: Callable[[Page, Dice], dict]
    what: str


def _encoding_rows():
    for name in ENCODINGS:
        yield Kind(f"encoding-{name.lower()}", "encoding", 0.999, as_bytes(in_table(name)),
                   f"a file in {name}")
    yield Kind("encoding-cp1258", "encoding", 0.999, as_bytes(in_cp1258), "a file in CP1258")
    yield Kind("encoding-viqr", "encoding", 0.999, viqr, "a file in VIQR (RFC 1456)")
    for codec, mark, what in (("utf-16-le", b"\xff\xfe", "with a mark"),
                              ("utf-16-be", b"\xfe\xff", "with a mark"),
                              ("utf-16-le", b"", "without a mark")):
        name = codec.replace("-", "", 1) + ("" if mark else "-unmarked")
        yield Kind(f"encoding-{name}", "encoding", 1.0, utf16(codec, mark),
                   f"a file in {codec.upper()} {what}")
    for name in [*ENCODINGS, "CP1258"]:
        yield Kind(f"stored-{name.lower()}", "encoding", 0.999, as_stored(name),
                   f"{name}, already stored as UTF-8")
    yield Kind("stored-tcvn3-horn-lost", "encoding", 0.98, as_stored("TCVN3", [("\xad", "")]),
               "the same, the byte of ư lost")
    yield Kind("stored-tcvn3-horn-hyphen", "encoding", 0.98, as_stored("TCVN3", [("\xad", "-")]),
               "the same, ư turned into a hyphen")
    yield Kind("converted-horn-lost", "encoding", 0.98, horn_lost(""),
               "converted from TCVN3, ư lost: đợc")
    yield Kind("converted-horn-hyphen", "encoding", 0.98, horn_lost("-"),
               "converted from TCVN3, ư a hyphen: đ-ợc")
    for name, example in (("TCVN3", "nhõn dõn"), ("VNI-WIN", "phịng, nơng nghiệp")):
        yield Kind(f"taken-for-{name.lower()}", "encoding", 0.97, taken_for(name),
                   f"Unicode that was taken for {name}: {example}")
    yield Kind("torn-capitals", "encoding", 0.95, torn_capitals,
               "small letters that TCVN3 has for capitals: TUầN")
    yield Kind("stored-several", "encoding", 0.98, several_encodings,
               "several encodings in one document, stored as UTF-8")


def _mojibake_rows():
    for codec in ("latin-1", "cp1252", "cp1258", "mac_roman"):
        for times, word in ((1, ""), (2, "-twice")):
            yield Kind(f"mojibake-{codec.replace('_', '-')}{word}", "mojibake", 1.0,
                       misread(codec, times), f"UTF-8 read as {codec}" + (", twice" * (times - 1)))
    for name, codec, lose, what in (
            ("strict-dropped", "cp1252", lambda c: "" if control(c) else c,
             "bytes that CP1252 leaves open are dropped"),
            ("strict-replaced", "cp1252", lambda c: "\ufffd" if control(c) else c,
             "bytes that CP1252 leaves open are U+FFFD"),
            ("blanks", "cp1252", lambda c: " " if c == "\xa0" else c, "U+00A0 became a blank"),
            ("controls", "latin-1", lambda c: "" if control(c) else c,
             "read as Latin-1, control characters stripped"),
            ("quotes", "cp1252", lambda c: CURLED.get(c, c), "curled quotes became straight"),
            ("cp1258-dropped", "cp1258", lambda c: "" if control(c) else c,
             "bytes that CP1258 leaves open are dropped")):
        yield Kind(f"mojibake-lossy-{name}", "mojibake", 0.97, misread(codec, 1, lose), what)
    yield Kind("mojibake-other-page", "mojibake", 0.97, misread_stretches(OTHER_PAGES),
               "UTF-8 read as an encoding of DOS, of Cyrillic, Thai or Central Europe: Cß╗Öng")
    yield Kind("mojibake-east", "mojibake", 0.9, misread_stretches(EASTERN_PAGES),
               "UTF-8 read as one of Chinese, Japanese or Korean: C峄檔g")
    yield Kind("mojibake-half-letters", "mojibake", 0.97, half_letters,
               "à, Ơ, Ạ lost their last byte to a blank, and U+FFFD stands for the other")
    yield Kind("mojibake-cut-letters", "mojibake", 0.97, cut_letters,
               "letters cut where two pieces of the file met, U+FFFD for the halves")
    yield Kind("mojibake-reversed", "mojibake", 1.0, pair_read_as_utf8,
               "Ã and a blank read as one letter: XàHỘI")
    yield Kind("mojibake-cp1258-letters", "mojibake", 0.97, latin_1_as_cp1258,
               "letters of Latin-1 as windows-1258 has them: h\u0301nh, đă")
    yield Kind("mojibake-cp1250-letters", "mojibake", 0.97, latin_1_as_cp1250,
               "letters of Latin-1 read as windows-1250: ngŕnh, đă")


KINDS = {kind.name: kind for kind in [
    Kind("sound", "", None, none, "nothing is damaged"),
    Kind("dropped-glyph", "dropped-glyph", 0.985, dropped_glyph,
         "2-5 letters of the document became blanks, each at 70-100 % of its places"),
    Kind("upper-block-lost", "dropped-glyph", 0.99, upper_block_lost,
         "all letters U+1EA0-1EFF became blanks"),
    Kind("upper-block-gone", "dropped-letter", 0.95, upper_block_gone,
         "the same gone without a trace, as readers leave out what their alphabet has not"),
    Kind("marked-lost", "dropped-glyph", 0.95, marked_lost,
         "all letters with marks, đ too, became blanks"),
    Kind("marked-lost-bytes", "dropped-glyph", 0.95, marked_lost_bytes,
         "the same, a blank for each byte that they have in UTF-8"),
    Kind("marked-gone", "dropped-letter", 0.95, marked_gone,
         "the same gone without a trace"),
    Kind("dropped-hyphen", "dropped-letter", 0.95, dropped_hyphen,
         "hyphens of symbols and ranges of years are gone: 12/QĐUBND"),
    Kind("glyphs-lost-narrowed", "dropped-glyph", 0.95, glyphs_lost_and_narrowed,
         "all letters U+1EA0-1EFF, in half of the documents đ too, became blanks, and several "
         "blanks one"),
    Kind("dropped-letter", "dropped-letter", 0.95, dropped_letter,
         "1-4 % of the letters are gone without a trace"),
    Kind("dropped-letter-set", "dropped-letter", 0.95, dropped_letter_set,
         "2-5 marked letters of the document are gone without a trace, at 70-100 % of their places"),
    Kind("missing-diacritics", "missing-diacritics", 0.985, missing_diacritics,
         "5-20 % of the syllables lost their marks"),
    Kind("unaccented", "missing-diacritics", 0.993, unaccented, "all marks are lost"),
    Kind("joined-words", "joined-words", 0.995, joined_words, "2-5 % of the blanks are gone"),
    Kind("split-word", "split-word", 0.995, split_word, "a blank inside 1-2 % of the syllables"),
    Kind("split-capitals", "split-word", 0.995, split_capitals,
         "blanks inside most words of some headings in capitals"),
    Kind("lookalike", "lookalike", 1.0, lookalike, "ƣ, Ð, Cyrillic and Greek letters"),
    Kind("disguised", "lookalike", 0.98, disguised,
         "letters swapped for others of any script against copying: ПǤƢỜI ҺƢỚПǤ DẪП"),
    Kind("small-capitals", "lookalike", 0.98, small_capitals,
         "small letters as small capitals with their marks behind them"),
    Kind("in-shape", "lookalike", 0.97, in_shape,
         "letters of ASCII as those of full width or of mathematics: Ｂａｎ 𝖻𝖺𝗇"),
    Kind("unseen-signs", "normalization", 0.99, unseen_signs,
         "soft hyphens within words, blanks without width behind them"),
    Kind("normalization-nfd", "normalization", 1.0, decompose, "everything decomposed"),
    Kind("normalization-half", "normalization", 1.0, half_composed, "only tones decomposed"),
    Kind("normalization-detached", "normalization", 0.98, detached_marks,
         "a blank before the tone of 20-100 % of the syllables with one"),
    Kind("normalization-piled", "normalization", 0.98, piled_marks,
         "tones gathered behind the line, half of the lines"),
    *_encoding_rows(),
    *_mojibake_rows(),
    Kind("font-map-known", "font-map", 0.97, font_map_known,
         "glyph numbers of a font whose order is known"),
    Kind("font-map-controls", "font-map", 0.97, font_map_controls,
         "the same, digits and signs as control characters"),
    Kind("font-map-order", "font-map", 0.97, font_map_order,
         "glyph numbers in the order of Unicode, from anywhere"),
    Kind("font-map-low-byte", "font-map", 0.97, font_map_low_byte,
         "only the low byte of the number is left"),
    Kind("font-map-permuted", "font-map", 0.97, font_map_permuted,
         "marked letters have numbers of the document's own"),
    Kind("font-map-ascii", "font-map", 0.97, ascii_codes,
         "marked letters and some plain ones are signs, digits and capitals: h6:ng ;<n"),
    Kind("font-map-ascii-lost", "font-map", 0.85, ascii_codes_and_loss,
         "the same, and t or n is gone"),
    Kind("drawn-twice", "font-map", 0.97, drawn_twice,
         "half of the short lines have each letter two to four times: KKẾẾ HHOOẠẠCCHH"),
    Kind("drawn-twice-apart", "font-map", 0.90, drawn_twice_apart,
         "the same with blanks, K KẾ Ế or KK ẾẾ, or the line twice"),
    Kind("floated", "dropped-glyph", 0.95, floated,
         "letters U+1EA0-1EFF, ơ and ư stand beside their line, in their words are blanks"),
    Kind("replaced-latin-1", "dropped-glyph", 0.95, replaced_latin_1,
         "letters of Latin-1 are U+FFFD, in half of the documents all others ? or like ones"),
    Kind("replaced-cp1258", "dropped-glyph", 0.95, replaced_cp1258,
         "letters that windows-1258 has not are ?, the others shown as CP1252: ðý?c"),
    Kind("replaced-cp1252", "dropped-glyph", 0.95, replaced_cp1252,
         "letters that windows-1252 has not are ?, or a letter like them: du?c"),
    Kind("replaced-drawn", "dropped-glyph", 0.95, replaced_drawn,
         "letters beyond ASCII, Latin-1 or the last block are ?, U+FFFD or boxes"),
    Kind("replaced-marks", "dropped-glyph", 0.95, replaced_marks,
         "a decomposed text whose marks and đ became ?: ho??p, va?, ?a?o"),
    Kind("references", "encoding", 1.0, references,
         "letters written as &#7879;, &#x1EC7; or &ocirc;"),
    Kind("references-cut", "encoding", 0.97, references_cut,
         "the same in decimals, one in twenty without one of its signs"),
    Kind("code-numbers", "encoding", 0.99, code_numbers,
         "letters written as \\u1ec7, u1ec7, <U+1EC7>, %u1EC7 or =E1=BB=87"),
    Kind("ocr", "ocr", 0.90, ocr, "10-16 confusions a document, 1-2 % of the letters"),
    Kind("code-point-slip", "font-map", 0.98, code_point_slip,
         "1-3 marked letters are foreign ones: ngǜ"),
    Kind("other-alphabet", "font-map", 0.85, other_alphabet,
         "3-8 letters, or ti and Th, are letters of another alphabet: Lao, Thai, Georgian, Latin"),
    Kind("ligature-lost", "dropped-letter", 0.85, ligature_lost,
         "Th or ti, drawn as one glyph, is gone or a blank: ông tư"),
    Kind("mixed-losses", "mixed", 0.965, mixed(dropped_glyph, joined_words, split_word,
                                              code_point_slip),
         "dropped glyphs, joins, splits and slips"),
    Kind("mixed-typing", "mixed", 0.965, mixed(missing_diacritics, joined_words, split_word),
         "missing marks, joins and splits"),
    Kind("mixed-scan", "mixed", 0.945, mixed(ocr, joined_words, split_word, missing_diacritics),
         "ocr, joins, splits, missing marks"),
    Kind("mixed-three", "mixed", 0.95, three_drawn, "three kinds drawn for each document"),
    Kind("mixed-stored-tcvn3", "mixed", 0.975, mixed(as_stored("TCVN3"), joined_words, split_word),
         "joins and splits in TCVN3 stored as UTF-8"),
    Kind("mixed-mojibake", "mixed", 0.975, mixed(misread("cp1252", 1), joined_words),
         "joins in text read as CP1252"),
]}


def damaged(clean, kind, seed, name):
    """The page of a clean text (str, NFC) under one kind, and what was drawn for it."""
    page = Page(clean)
    return page, kind.damage(page, Dice(seed, kind.name, name))


def clean_text(data):
    """What a file of sound text says: NFC, line ends as they are."""
    return unicodedata.normalize("NFC", data.decode("utf-8"))


def chosen_kinds(names):
    """The rows of a list "a,b"; a name stands for itself or for a group; all for None."""
    wanted = names.split(",") if names else list(KINDS)
    unknown = [n for n in wanted if n not in KINDS and n not in {k.group for k in KINDS.values()}]
    if unknown:
        raise SystemExit(f"no such kind: {', '.join(unknown)}")
    return [kind for kind in KINDS.values() if kind.name in wanted or kind.group in wanted]


def listed(kinds):
    """The rows of the README."""
    return [f"| `{kind.name}` | {kind.what} |" for kind in kinds]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("clean", type=pathlib.Path, nargs="?")
    parser.add_argument("out", type=pathlib.Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list:
        print("\n".join(listed(chosen_kinds(options.kinds))))
        return
    if not options.clean or not options.out:
        parser.error("CLEAN_DIR and OUT_DIR are needed")
    for kind in chosen_kinds(options.kinds):
        folder = options.out / kind.name
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(options.clean.glob("*.txt")):
            page, drawn = damaged(clean_text(path.read_bytes()), kind, options.seed, path.stem)
            (folder / path.name).write_bytes(page.data())
            record = {"kind": kind.name, "seed": options.seed, "codec": page.codec, "drawn": drawn,
                      "places": page.places()}
            (folder / f"{path.stem}.damage.json").write_text(
                json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
