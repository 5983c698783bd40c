"""Captured text that would like to be more than text."""

import time

from captures import IMAGE, SCRIPT, hostile
from case import ReviewCase, at_hand, selected, until


class Hostile(ReviewCase):
    captures = hostile

    def walk(self, page):
        for _ in range(page.evaluate("undross.queue.size()")):
            at_hand(page)
            yield selected(page)
            page.keyboard.press("j")

    def shown(self, page):
        """All text that the page shows of its groups and of their captures."""
        texts = []
        for _ in self.walk(page):
            texts += [page.inner_text("#rows"), page.inner_text("#group")]
            page.keyboard.press("w")
            page.wait_for_selector("#page-lines .line")
            texts.append(page.inner_text("#page-lines"))
            page.keyboard.press("Escape")
        return "\n".join(texts)

    def test_captured_markup_is_shown_and_never_run(self):
        page = self.visit()
        shown = self.shown(page)
        for markup in (SCRIPT, IMAGE):
            self.assertTrue(markup in shown, markup)
        self.assertIsNone(page.evaluate("window.pwned || null"))
        self.assertEqual(page.locator("#group img, #group script, #page img, .row img").count(), 0)

    def test_what_hides_or_turns_text_is_made_visible(self):
        shown = self.shown(self.visit())
        for sign in ("⟨RLO⟩", "⟨PDF⟩", "⟨LRI⟩", "⟨ZWSP⟩", "⟨ESC⟩", "⟨BEL⟩"):
            self.assertTrue(sign in shown, sign)
        for character in "\u202e\u2066\u200b\x1b\x07":
            self.assertFalse(character in shown, ascii(character))

    def test_a_line_of_five_megabytes_does_not_freeze_the_page(self):
        page = self.visit()
        page.fill("#search", "long line")
        until(page, "undross.queue.size() === 1")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        at_hand(page)
        begun = time.monotonic()
        page.keyboard.press("w")
        page.wait_for_selector("#page-lines .line")
        for _ in range(4):
            page.click("#page-more")
            page.wait_for_selector("#page-more:enabled")
        self.assertLess(time.monotonic() - begun, 8)
        page.keyboard.press("Escape")
        self.assertFalse(page.is_visible("#page"))
        self.assertEqual(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)
