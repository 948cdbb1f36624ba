"""Items of two documents paired one to one, by four ideas of "the same".

An item has values, codes and texts. Values (a date, a label, a place in the tree, an amount) are
the same or they are not, whichever matcher asks. Codes (the number of a document) may differ in
case, punctuation and white space for the soft matcher, and in nothing for the other three: a
number that is one digit off is another document's. Texts may differ as far as the matcher lets
them. An item of several texts matches where each of them does; a text that is lacking matches only
another that is.

    strict       equal
    soft         equal without case, punctuation and white space
    levenshtein  1 - distance / length of the longer text is at least 0.8
    ratcliff     the ratio of Ratcliff and Obershelp, as difflib has it, is at least 0.95

Equal items are paired first, in order; of the rest those that are soft-equal, or, for the last
two matchers, the pairs that are alike enough, the most alike first. So no matcher finds fewer
pairs than `strict`; between the others there is no order ("Mục đích" and "MỤC ĐÍCH" are
soft-equal and seven letters apart).
"""
import collections
import difflib
import functools
import re
import unicodedata

LEVENSHTEIN, RATCLIFF = 0.8, 0.95
VARIANTS = str.maketrans({"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": "'", "’": "'"})


def plain(value):
    """As compared: NFC, one blank for white space, one dash and one quotation mark for all; numbers
    as numbers. None stays None."""
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int):
        return float(value)
    text = unicodedata.normalize("NFC", str(value)).translate(VARIANTS)
    return " ".join(text.split())


def unended(value):
    """The same without the punctuation that ends it: "Lưu: VT;" is "Lưu: VT"."""
    text = plain(value)
    return re.sub(r"[\s.;:,/]+$", "", text) if isinstance(text, str) else text


@functools.lru_cache(maxsize=None)
def soft(text):
    """Without case, punctuation and white space; a text of nothing else stays."""
    if not isinstance(text, str):
        return text
    left = "".join(c for c in text.casefold()
                   if not c.isspace() and not unicodedata.category(c).startswith("P"))
    return unicodedata.normalize("NFC", left) or text


class Item(collections.namedtuple("Item", "values codes texts source")):
    """One thing that is right or wrong; `source` is the part of the JSON that it comes from."""

    def __new__(cls, values=(), codes=(), texts=(), source=None):
        return super().__new__(cls, tuple(values), tuple(codes), tuple(texts), source)

    def strict(self):
        return self.values, self.codes, self.texts

    def soft(self):
        return self.values, tuple(map(soft, self.codes)), tuple(map(soft, self.texts))

    def shown(self):
        parts = (*self.values, *self.codes, *self.texts)
        return " | ".join(str(part) for part in parts if part not in (None, ()))


# --- likeness -------------------------------------------------------------------------------------

def distance_within(one, other, limit):
    """The Levenshtein distance, None where it is more than `limit`; only the band is computed."""
    if len(one) < len(other):
        one, other = other, one
    if len(one) - len(other) > limit:
        return None
    beyond = limit + 1
    row = [min(j, beyond) for j in range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        low, high = max(1, i - limit), min(len(other), i + limit)
        new = [beyond] * (len(other) + 1)
        new[0] = min(i, beyond)
        for j in range(low, high + 1):
            new[j] = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (letter != other[j - 1]), beyond)
        if min(new) >= beyond:
            return None
        row = new
    return row[-1] if row[-1] <= limit else None


@functools.lru_cache(maxsize=None)
def letters(text):
    return collections.Counter(text)


def levenshtein(one, other, least=LEVENSHTEIN):
    """The ratio, 0 where it is less than `least`."""
    longest = max(len(one), len(other))
    if one == other:
        return 1.0
    limit = int((1 - least) * longest + 1e-9)
    if longest - sum((letters(one) & letters(other)).values()) > limit:
        return 0.0
    distance = distance_within(one, other, limit)
    return 0.0 if distance is None else (longest - distance) / longest


def ratcliff(one, other, least=RATCLIFF):
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def likeness(one, other, ratio):
    """Of two items with equal values and codes: that of their least alike texts."""
    least = 1.0
    for here, there in zip(one.texts, other.texts):
        if (here is None) != (there is None):
            return 0.0
        least = min(least, 1.0 if here == there else ratio(here, there))
        if not least:
            return 0.0
    return least


# --- pairs ----------------------------------------------------------------------------------------

def equal_pairs(gold, predicted, key):
    """Indices of items with the same key, each used once, in order."""
    waiting = collections.defaultdict(collections.deque)
    for j, item in predicted.items():
        waiting[key(item)].append(j)
    found = []
    for i, item in gold.items():
        there = waiting.get(key(item))
        if there:
            found.append((i, there.popleft()))
    return found


def alike_pairs(gold, predicted, ratio):
    """The most alike pair first, then the most alike of what is left; ties in order."""
    same = collections.defaultdict(list)
    for j, item in predicted.items():
        same[item.values, item.codes, len(item.texts)].append(j)
    candidates = [(-likeness(item, predicted[j], ratio), i, j) for i, item in gold.items()
                  for j in same.get((item.values, item.codes, len(item.texts)), ())]
    found, used_gold, used_predicted = [], set(), set()
    for alike, i, j in sorted(candidates):
        if alike and i not in used_gold and j not in used_predicted:
            found.append((i, j))
            used_gold.add(i)
            used_predicted.add(j)
    return found


MATCHERS = {
    "strict": lambda gold, predicted: [],
    "soft": lambda gold, predicted: equal_pairs(gold, predicted, Item.soft),
    "levenshtein": lambda gold, predicted: alike_pairs(gold, predicted, levenshtein),
    "ratcliff": lambda gold, predicted: alike_pairs(gold, predicted, ratcliff),
}


def match(gold, predicted):
    """Of two lists of items: {matcher: [(index of gold, index of predicted)]}."""
    gold, predicted = dict(enumerate(gold)), dict(enumerate(predicted))
    equal = equal_pairs(gold, predicted, Item.strict)
    for i, j in equal:
        del gold[i], predicted[j]
    return {name: equal + more(gold, predicted) for name, more in MATCHERS.items()}
