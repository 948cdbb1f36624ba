"""What a repair is worth: errors undone, sound syllables harmed, confidence against truth.

Texts are compared as sequences of syllables (letters and digits between blanks and signs), line by
line where both have the same lines, by edit distance. The clean text is NFC; a text that is not is
wrong there. Of the shortest edit scripts the one counts that keeps most of the syllables which the
damage has left alone, so that harm is never an accident of the alignment.
"""
import bisect
import collections
import difflib
import re
import unicodedata

from damage import SYLLABLE

EDIT = 1 << 20  # an edit outweighs every choice between scripts of equally many edits


def text_of(data):
    """UTF-8 bytes as text with plain line ends, None where they are not UTF-8."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def lines_of(text):
    return [SYLLABLE.findall(line) for line in text.split("\n")]


class Alignment:
    """Of one sequence with another: kept indices, what replaced others, number of edits."""

    def __init__(self):
        self.kept, self.replaced, self.edits = set(), {}, 0

    def add(self, base, other):
        self.kept.update(base + i for i in other.kept)
        self.replaced.update((base + i, s) for i, s in other.replaced.items())
        self.edits += other.edits


def align(clean, other, untouched=frozenset()):
    """A shortest edit script that keeps most of `untouched`, within a band that grows until the
    script is sure to lie in it: a script of k edits leaves the diagonal by at most k."""
    if clean == other:
        result = Alignment()
        result.kept = set(range(len(clean)))
        return result
    band = max(8, 2 * abs(len(clean) - len(other)))
    while True:
        result = _align_within(clean, other, untouched, band)
        if result.edits <= band or band >= max(len(clean), len(other)):
            return result
        band *= 4


def _align_within(clean, other, untouched, band):
    n, m = len(clean), len(other)
    never = EDIT * (n + m + 1)
    rows = []  # (first column, costs)
    for i in range(n + 1):
        low, high = max(0, i - band), min(m, i + band)
        row = []
        above_low, above = rows[-1] if rows else (0, [])
        for j in range(low, high + 1):
            best = 0 if i == j == 0 else never
            k = j - above_low
            if i and 0 <= k < len(above):
                best = min(best, above[k] + EDIT)
            if i and j and 0 < k <= len(above):
                same = clean[i - 1] == other[j - 1]
                best = min(best, above[k - 1] + (-(i - 1 in untouched) if same else EDIT))
            if row:
                best = min(best, row[-1] + EDIT)
            row.append(best)
        rows.append((low, row))
    return _trace(clean, other, untouched, rows)


def _trace(clean, other, untouched, rows):
    def cost(i, j):
        low, row = rows[i]
        return row[j - low] if 0 <= j - low < len(row) else None

    result = Alignment()
    i, j = len(clean), len(other)
    while i or j:
        here = cost(i, j)
        corner = cost(i - 1, j - 1) if i and j else None
        same = corner is not None and clean[i - 1] == other[j - 1]
        if same and here == corner - (i - 1 in untouched):
            i, j = i - 1, j - 1
            result.kept.add(i)
            continue
        result.edits += 1
        if corner is not None and not same and here == corner + EDIT:
            i, j = i - 1, j - 1
            result.replaced[i] = other[j]
        elif i and cost(i - 1, j) is not None and here == cost(i - 1, j) + EDIT:
            i -= 1
        else:
            j -= 1
    return result


def align_texts(clean, other, untouched=frozenset()):
    """The same for whole texts, `other` None for one that cannot be read at all."""
    lines = lines_of(clean)
    if other is None:
        result = Alignment()
        result.edits = sum(map(len, lines))
        return result
    others = lines_of(other)
    if len(others) != len(lines):  # a program that takes out blank lines has moved no word
        lines, others = [[line for line in both if line] for both in (lines, others)]
    by_line = None
    if len(others) == len(lines):
        by_line = Alignment()
        base = 0
        for line, against in zip(lines, others):
            here = {i - base for i in range(base, base + len(line)) if i in untouched} \
                if line != against else frozenset()
            by_line.add(base, align(line, against, here))
            base += len(line)
    lines, others = [[s for line in both for s in line] for both in (lines, others)]
    if by_line and not lines_moved(lines, others, by_line):
        return by_line
    whole = align(lines, others, untouched)
    return whole if not by_line or whole.edits < by_line.edits else by_line


def lines_moved(clean, other, by_line):
    """Whether far more syllables are there than were found in their lines: a program that takes out
    a line end here and puts one in there has not changed the words."""
    there = sum((collections.Counter(clean) & collections.Counter(other)).values())
    return there - len(by_line.kept) > max(5, len(clean) // 10)


def right_letters(clean, alignment):
    """Letters of the clean text that stand right: all of a kept syllable, some of a replaced one."""
    right = 0
    for i, syllable in enumerate(SYLLABLE.findall(clean)):
        if i in alignment.kept:
            right += len(syllable)
        elif i in alignment.replaced:
            there = alignment.replaced[i]
            if len(there) == len(syllable):
                right += sum(a == b for a, b in zip(syllable, there))
            else:
                blocks = difflib.SequenceMatcher(None, syllable, there, autojunk=False)
                right += sum(block.size for block in blocks.get_matching_blocks())
    return right


def score(page, repaired):
    """Counts for one document: `page` is what was done to it, `repaired` the bytes that came back."""
    clean = page.clean.replace("\r\n", "\n")
    untouched = page.untouched()
    before = align_texts(clean, text_of(page.data()), untouched)
    after = align_texts(clean, text_of(repaired), untouched)
    syllables = SYLLABLE.findall(clean)
    return collections.Counter(
        files=1, syllables=len(syllables), letters=sum(map(len, syllables)),
        before=before.edits, after=after.edits, harmed=len(untouched - after.kept), untouched=len(untouched),
        right_letters=right_letters(clean, after), whole=after.edits == 0)


def figures(counts):
    """Counts of some documents as the table shows them."""
    syllables, before = counts["syllables"], counts["before"]
    return {
        "files": counts["files"], "syllables": syllables,
        "errors_before": round(100 * before / syllables, 3),
        "errors_after": round(100 * counts["after"] / syllables, 3),
        "restored": round(1 - counts["after"] / before, 4) if before else None,
        "harmed_per_100k": round(1e5 * counts["harmed"] / syllables, 1),
        "letters_right": round(counts["right_letters"] / counts["letters"], 5),
        "wholly_right": round(counts["whole"] / counts["files"], 3)}


# --- confidence -----------------------------------------------------------------------------------

BINS = (0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)  # lower bounds


def unmarked(text):
    """Without what the program takes out of Markdown before it repairs: emphasis, bars of tables."""
    return re.sub(r"[\s|\x1f]+", " ", re.sub(r"[*_`]+", "", text))


def is_right(page, repair, offsets=None):
    """Whether a repair (`span` into the damaged text, `after`) puts back what stood there.

    Letters that are gone have no place of their own in the damaged text: those at either end of the
    span may belong to the repair or not.
    """
    offsets = offsets or page.offsets()
    after = unicodedata.normalize("NFC", repair["after"])
    begin, end = repair["span"]
    return any(unmarked(before + after + behind) == unmarked(page.clean[start:stop])
               for start, before in _starts(page, offsets, begin)
               for stop, behind in _stops(page, offsets, end))


def _cells_at(offsets, at):
    """Cells that begin at a place, and the cell inside which it lies, if any."""
    first, last = bisect.bisect_left(offsets, at), bisect.bisect_right(offsets, at)
    return range(first, last), (first - 1 if first == last and 0 < first < len(offsets) else None)


def _starts(page, offsets, at):
    """Clean places where a span may begin, with what of their cell stands before it."""
    cells, inside = _cells_at(offsets, at)
    if inside is not None:
        yield inside, page.cells[inside][:at - offsets[inside]]
    yield from ((cell, "") for cell in cells)


def _stops(page, offsets, at):
    cells, inside = _cells_at(offsets, at)
    if inside is not None:
        yield inside + 1, page.cells[inside][at - offsets[inside]:]
    yield from ((cell, "") for cell in cells)


def judge(page, repairs):
    """(confidence, right) of each repair of one document."""
    offsets = page.offsets()
    return [(repair["confidence"], is_right(page, repair, offsets)) for repair in repairs]


def reliability(judged):
    """Rows of (lower bound, repairs, mean confidence, share right) and the expected error."""
    bins = collections.defaultdict(list)
    for confidence, right in judged:
        bins[max(low for low in BINS if low <= confidence)].append((confidence, right))
    rows, error = [], 0.0
    for low in sorted(bins):
        inside = bins[low]
        sure = sum(confidence for confidence, _ in inside) / len(inside)
        share = sum(right for _, right in inside) / len(inside)
        rows.append([low, len(inside), round(sure, 4), round(share, 4)])
        error += len(inside) / len(judged) * abs(sure - share)
    return rows, round(error, 4) if judged else None
