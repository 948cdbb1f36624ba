#!/usr/bin/env python3
"""A plan of the corpus, set in every layout, is found as it is.

usage: layouts_test.py PROGRAM
"""
import pathlib
import sys
import unittest

import bench  # noqa: F401  (makes the modules below known)
import layouts

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
NAME = "tree-planting-commune"

# What cannot be found there, and how much of all is at least.
LESS = {"header-lost": 0.98}


class Layouts(unittest.TestCase):
    def test_each_is_found_like_the_plain_one(self):
        documents = {NAME: layouts.plans(None)[NAME]}
        for layout in layouts.LAYOUTS:
            with self.subTest(layout=layout.name):
                found = layouts.figures(layouts.measured(PROGRAM, documents, layout, None))
                self.assertGreaterEqual(found["all"], LESS.get(layout.name, 1.0), found)

    def test_what_is_set_holds_all_texts(self):
        document, source = layouts.plans(None)[NAME]
        texts = [paragraph.text for paragraph in layouts.copy_of(document, source).body]
        self.assertGreater(len(texts), 20)
        for layout in layouts.LAYOUTS:
            with self.subTest(layout=layout.name):
                dice = layouts.Dice(layout.name, NAME)
                text = layouts.typeset(layouts.copy_of(document, source), layout, dice)
                said = "".join(text.replace("\u00a0", " ").split())
                for one in texts:
                    self.assertIn("".join(one.split())[:20], said)

    def test_the_rows_have_names_of_their_own(self):
        names = [layout.name for layout in layouts.LAYOUTS]
        self.assertEqual(len(names), len(set(names)))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
