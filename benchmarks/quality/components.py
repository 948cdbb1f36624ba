"""What of a document is scored: a row a component, each a list of items of the document.

A row is scored only where the annotation has its key (`path`): a gold file may annotate a part of a
document. What a component leaves out, and which of its parts are values, codes and texts (see
matchers.py), stands in its row.
"""
import collections

from matchers import Item, plain, unended

# Of the diagnostics only these are annotated; the others are free.
ANNOTATED_CODES = {"missing-number", "missing-date", "duplicate-label", "label-gap",
                   "symbol-type-mismatch", "inconsistent-citation"}
PLAN_LISTS = ("purposes", "requirements", "objectives", "subjects", "tasks", "solutions",
              "criteria", "slogans", "budget", "dossier")
ENTRY_LISTS = (*PLAN_LISTS, "targets", "periods", "deadlines", "awards", "assignments")

Node = collections.namedtuple("Node", "kind label depth above is_heading text source")


def nodes_of(nodes, depth=0, above=()):
    """The nodes in document order, with the kinds and labels of those above each."""
    for node in nodes or []:
        title = node.get("title")
        label = plain(node.get("label"))
        yield Node(node.get("kind"), label, depth, above, title is not None,
                   unended(title if title is not None else node.get("text") or ""), node)
        yield from nodes_of(node.get("children"), depth + 1, above + ((node.get("kind"), label),))


def tabular_ids(nodes, inside=False):
    """Ids of tables and of all that lies in an appendix."""
    for node in nodes or []:
        here = inside or node.get("kind") in ("table", "appendix")
        if here:
            yield node.get("id")
        yield from tabular_ids(node.get("children"), here)


class View:
    """One document as its components see it."""

    def __init__(self, document):
        self.document = document
        self.body = list(nodes_of(document.get("body")))
        self.left_out = set()  # ids of nodes whose entries in the plan do not count

    def get(self, path):
        """The value at "header.agency.name", None where there is none."""
        value = self.document
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def has(self, path):
        """Whether the key is there; what is null is there with all that is below it."""
        value = self.document
        for key in path.split("."):
            if value is None:
                return True
            if not isinstance(value, dict) or key not in value:
                return False
            value = value[key]
        return True

    def entries(self, key):
        return [entry for entry in self.get("plan." + key) or []
                if entry.get("node") not in self.left_out]

    def headings(self):
        return [node for node in self.body if node.is_heading]


def views(gold, predicted):
    """Both documents, without what cannot be compared."""
    gold, predicted = View(gold), View(predicted)
    tabular = set(tabular_ids(gold.get("body")))
    if not any(entry.get("node") in tabular for key in ENTRY_LISTS for entry in gold.entries(key)):
        predicted.left_out |= set(tabular_ids(predicted.get("body"))) - {None}
    if gold.get("truncated") and gold.body:
        cut_off(gold, predicted)
    return gold, predicted


def cut_off(gold, predicted):
    """A gold that breaks off: its last node is half a sentence, and what comes after it in the
    prediction, the document went on to say."""
    keep_gold = len(gold.body) - 1
    keep = 0
    if keep_gold:
        last = gold.body[keep_gold - 1].text
        keep = max((k + 1 for k, node in enumerate(predicted.body) if node.text == last),
                   default=keep_gold)
    for view, end in ((gold, keep_gold), (predicted, keep)):
        view.left_out |= {node.source.get("id") for node in view.body[end:]} - {None}
        view.body = view.body[:end]


# --- items ----------------------------------------------------------------------------------------

def field(part):
    """A scalar; what a document lacks is no item."""
    def of(path, how=plain):
        def items(view):
            value = how(view.get(path))
            return [] if value is None else [Item(**{part: [value]})]
        return items
    return of


text_field, code_field, value_field = field("texts"), field("codes"), field("values")


def text_list(path):
    return lambda view: [Item(texts=[unended(text)]) for text in view.get(path) or []]


def texts_of_nodes(path):
    return lambda view: [Item(texts=[node.text]) for node in nodes_of(view.get(path))]


def body_nodes(view):
    return [Item([n.kind, n.label, n.depth, n.is_heading, n.above], texts=[n.text], source=n.source)
            for n in view.body]


def headings(view):
    return [Item([n.kind, n.label, n.depth], texts=[n.text], source=n.source)
            for n in view.headings()]


def roles(view):
    return [Item([role], texts=[n.text]) for n in view.headings()
            for role in n.source.get("roles") or []]


def ids(view):
    return [Item([plain(n.source.get("id"))], texts=[n.text]) for n in view.body]


def cells(view):
    return [Item(texts=[unended(cell)]) for n in view.body for row in n.source.get("rows") or []
            for cell in row]


def citations(view):
    return [Item([plain(c.get("date"))], [plain(c.get("number"))],
                 [plain(c.get("type")), unended(c.get("issuer"))], c)
            for c in view.get("citations") or []]


def citation_field(key, part, how=plain):
    def items(view):
        found = [how(c.get(key)) for c in view.get("citations") or []]
        return [Item(**{part: [one]}) for one in found if one is not None]
    return items


def relations(view):
    return [Item([c.get("relation")], [plain(c.get("number"))], [unended(c.get("text"))])
            for c in view.get("citations") or []]


def plan_list(key):
    return lambda view: [Item(texts=[unended(e.get("text"))], source=e) for e in view.entries(key)]


def subject_groups(view):
    return [Item([e.get("group")], texts=[unended(e.get("text"))])
            for e in view.entries("subjects")]


def amounts(quantities):
    return [(plain(q.get("comparator")), plain(q.get("value")), plain(q.get("value_max")))
            for q in quantities]


def targets(view):
    return [Item([tuple(amounts(e.get("quantities") or []))],
                 texts=[unended(e.get("text")),
                        *(plain(q.get("unit")) for q in e.get("quantities") or [])], source=e)
            for e in view.entries("targets")]


def quantities(view):
    return [Item(amounts([q]), texts=[plain(q.get("unit"))])
            for e in view.entries("targets") for q in e.get("quantities") or []]


def periods(view):
    return [Item([plain(e.get("start")), plain(e.get("end"))], source=e)
            for e in view.entries("periods")]


def deadlines(view):
    return [Item([plain(e.get("date")), e.get("relation")], source=e)
            for e in view.entries("deadlines")]


def awards(view):
    return [Item(texts=[plain(e.get("form")), plain(e.get("grantor"))], source=e)
            for e in view.entries("awards")]


def assignments(view):
    return [Item(texts=[unended(e.get("assignee")), unended(task)], source=e)
            for e in view.entries("assignments") for task in e.get("tasks") or [None]]


def collaborators(view):
    return [Item(texts=[unended(e.get("assignee")), unended(partner)])
            for e in view.entries("assignments") for partner in e.get("collaborators") or []]


def diagnostics(view):
    return [Item([d.get("code")]) for d in view.get("diagnostics") or []
            if d.get("code") in ANNOTATED_CODES]


def repairs(view):
    return [Item([plain(r.get("before")), plain(r.get("after"))])
            for r in view.get("repairs") or []]


# --- the table ------------------------------------------------------------------------------------

Component = collections.namedtuple("Component", "group name path items judged", defaults=[None])


def header(name, items, *how):
    path = "header." + name
    return Component("header", name, path, items(path, *how))


def end(name, path, items, *how):
    return Component("ends", name, path, items(path, *how))


COMPONENTS = [  # `judged`: whose confidences these items carry
    header("agency.parent", text_field),
    header("agency.name", text_field),
    header("number.text", code_field),
    header("number.ordinal", code_field),
    header("number.year", code_field),
    header("number.symbol", code_field),
    header("place", text_field),
    header("date", value_field),
    header("type.code", code_field),
    header("type.name", text_field),
    header("title", text_field, unended),
    header("addressees", text_list),
    header("secrecy", text_field),
    header("urgency", text_field),
    header("draft", value_field),
    end("signature.authority", "signature.authority", text_field),
    end("signature.position", "signature.position", text_field),
    end("signature.name", "signature.name", text_field),
    end("recipients", "recipients.items", text_list),
    end("archive", "recipients.archive", text_field, unended),
    Component("outline", "preamble", "preamble", texts_of_nodes("preamble")),
    Component("outline", "headings", "body", headings, "headings"),
    Component("outline", "body nodes", "body", body_nodes),
    Component("outline", "body texts", "body",
              lambda view: [Item(texts=[node.text]) for node in view.body]),
    Component("outline", "ids", "body", ids),
    Component("outline", "roles", "body", roles),
    Component("outline", "table cells", "body", cells),
    Component("outline", "closing", "closing", texts_of_nodes("closing")),
    Component("citations", "citations", "citations", citations, "citations"),
    Component("citations", "citation types", "citations", citation_field("type", "texts")),
    Component("citations", "citation numbers", "citations", citation_field("number", "codes")),
    Component("citations", "citation dates", "citations", citation_field("date", "values")),
    Component("citations", "citation issuers", "citations",
              citation_field("issuer", "texts", unended)),
    Component("citations", "relations", "citations", relations),
    *(Component("plan", key, "plan." + key, plan_list(key), "entries") for key in PLAN_LISTS),
    Component("plan", "subject groups", "plan.subjects", subject_groups),
    Component("plan", "targets", "plan.targets", targets, "entries"),
    Component("plan", "quantities", "plan.targets", quantities),
    Component("plan", "periods", "plan.periods", periods, "entries"),
    Component("plan", "deadlines", "plan.deadlines", deadlines, "entries"),
    Component("plan", "awards", "plan.awards", awards, "entries"),
    Component("plan", "assignments", "plan.assignments", assignments, "entries"),
    Component("plan", "collaborators", "plan.assignments", collaborators),
    Component("remarks", "diagnostics", "diagnostics", diagnostics),
    Component("remarks", "repairs", "repairs", repairs),
]
GROUPS = list(dict.fromkeys(component.group for component in COMPONENTS))

# What a whole document has to have right.
LEVELS = {
    "all header fields": {c.name for c in COMPONENTS if c.group == "header"},
    "all headings": {"headings"},
    "whole outline": {"body nodes", "ids", "table cells"},
    "whole document": {c.name for c in COMPONENTS},
}
