"""For every reader: assistive technology, both colour schemes, phone width, keyboard alone."""

from captures import articles
from case import DESKTOP, PHONE, ReviewCase, all_sent, at_hand, faults, picture, selected, until


class Access(ReviewCase):
    captures = articles

    def look(self, page, name):
        """A picture of a view, which has to be free of serious faults."""
        page.wait_for_timeout(200)
        picture(page, name)
        self.assertEqual(faults(page), [], name)

    def test_axe_finds_no_serious_fault_in_either_scheme(self):
        for scheme in ("light", "dark"):
            page = self.visit(scheme=scheme)
            at_hand(page)
            self.look(page, f"review-{scheme}")
            page.keyboard.press("k")
            page.keyboard.press("r")
            page.keyboard.press("l")
            all_sent(page)
            self.look(page, f"decided-{scheme}")
            page.keyboard.press("w")
            page.wait_for_selector("#page-lines .own.at")
            self.look(page, f"page-{scheme}")
            page.keyboard.press("Escape")
            page.keyboard.press("?")
            self.look(page, f"keys-{scheme}")
            page.keyboard.press("Escape")
            page.keyboard.press("s")
            self.look(page, f"rule-{scheme}")
            page.keyboard.press("Escape")
            page.keyboard.press("v")
            until(page, "[...document.images].every(one => one.complete)")
            self.look(page, f"pictures-{scheme}")
            page.keyboard.press("v")
            page.fill("#search", "no group says this")
            page.wait_for_selector("#none:visible")
            self.look(page, f"nothing-found-{scheme}")

    def test_a_phone_shows_the_queue_or_the_group(self):
        page = self.visit(size=PHONE, has_touch=True)
        self.look(page, "phone-queue")
        self.assertFalse(page.is_visible("#detail"))
        page.locator(".row").nth(1).tap()
        group = selected(page)
        at_hand(page)
        self.look(page, "phone-group")
        self.assertFalse(page.is_visible("#queue"))
        self.assertTrue(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        page.tap("#keep")
        all_sent(page)
        self.assertNotEqual(selected(page), group)
        page.tap("#whole-page")
        page.wait_for_selector("#page-lines .line")
        self.look(page, "phone-page")
        page.tap("#page-close")
        page.tap("#back")
        self.assertTrue(page.is_visible("#list"))

    def test_the_list_says_where_one_is(self):
        page = self.visit()
        name = page.get_attribute("#list", "aria-activedescendant")
        self.assertEqual(page.get_attribute(f"#{name}", "aria-selected"), "true")
        self.assertEqual(page.locator(".row[aria-selected=true]").count(), 1)
        self.assertEqual(page.get_attribute(f"#{name}", "aria-setsize"), str(page.evaluate("undross.queue.size()")))
        page.keyboard.press("k")
        self.assertEqual(page.get_attribute("#said", "aria-live"), "polite")
        self.assertTrue(page.inner_text("#said").startswith("Keep: "))

    def test_a_dialog_takes_the_focus_and_gives_it_back(self):
        page = self.visit()
        page.focus("#show-keys")
        page.keyboard.press("Enter")
        self.assertTrue(page.evaluate("document.activeElement.closest('#keys') !== null"))
        for _ in range(4):
            page.keyboard.press("Tab")
            self.assertTrue(page.evaluate("document.activeElement === document.body || document.activeElement.closest('#keys') !== null"))
        page.keyboard.press("Escape")
        self.assertEqual(page.evaluate("document.activeElement.id"), "show-keys")

    def test_tab_reaches_every_control_and_shows_where_it_is(self):
        page = self.visit()
        at_hand(page)
        page.focus("#undo")
        reached = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            name, outline = page.evaluate("[document.activeElement.id || document.activeElement.name, getComputedStyle(document.activeElement).outlineStyle]")
            reached.add(name)
            if name:
                self.assertNotEqual(outline, "none", name)
        self.assertLessEqual({"search", "by-rule", "list", "lines", "keep", "remove", "later", "note", "scope"}, reached)

    def test_two_hundred_percent_zoom_loses_nothing(self):
        page = self.visit(size={"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2})
        page.locator(".row").first.click()
        at_hand(page)
        self.assertTrue(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        page.click("#keep")
        all_sent(page)
        self.assertEqual(len(self.served.decisions()), 1)
