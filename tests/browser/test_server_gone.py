"""What becomes of decisions when the server is gone, is another, or says no."""

from captures import articles
from case import ReviewCase, all_sent, decision, selected, state_of


class ServerGone(ReviewCase):
    captures = articles

    def decide(self, page, keys):
        touched = []
        for key in keys:
            touched.append(selected(page))
            page.keyboard.press(key)
        return touched

    def test_nothing_is_lost_when_the_server_is_killed_and_comes_back(self):
        page = self.visit()
        before = self.decide(page, "kr")
        all_sent(page)
        self.served.kill()
        meanwhile = self.decide(page, "krl")
        page.wait_for_selector("#banner-lost")
        self.assertEqual([state_of(page, group) for group in before + meanwhile], ["keep", "remove", "keep", "remove", "later"])
        self.soon(lambda: "3 decisions wait" in page.inner_text("#banners"), True)
        self.assertIn(f"--port {self.served.port}", page.inner_text("#banners"))
        self.served.start_again()
        page.wait_for_selector("#banner-lost", state="detached")
        all_sent(page)
        self.assertEqual(len(self.served.decisions()), 5)
        self.assertEqual([state_of(page, group) for group in before + meanwhile], ["keep", "remove", "keep", "remove", "later"])
        for _ in range(5):
            page.keyboard.press("u")
        all_sent(page)
        self.assertEqual(self.served.decisions(), [])

    def test_what_waits_can_be_undone_before_it_is_sent(self):
        page = self.visit()
        self.served.kill()
        first, second = self.decide(page, "kr")
        page.wait_for_selector("#banner-lost")
        page.keyboard.press("u")
        self.assertEqual((state_of(page, first), state_of(page, second)), ("keep", None))
        self.served.start_again()
        page.wait_for_selector("#banner-lost", state="detached")
        all_sent(page)
        self.assertEqual([line["decision"] for line in self.served.decisions()], ["keep"])

    def test_decisions_wait_for_their_server_and_not_for_another(self):
        page = self.visit()
        self.served.kill()
        self.served.start_again(token="0123456789abcdefOther")
        (group,) = self.decide(page, "k")
        page.wait_for_selector("#banner-lost")
        self.assertEqual(state_of(page, group), "keep")
        self.served.kill()
        self.served.start_again()
        page.wait_for_selector("#banner-lost", state="detached")
        all_sent(page)
        self.assertEqual(len(self.served.decisions()), 1)

    def test_a_refused_decision_is_open_again(self):
        page = self.visit()
        for status, words in ((413, "Shorten the note"), (404, "no such group")):
            page.route("**/api/decide", lambda route: route.fulfill(status=status, json={"error": "no such group, or too long"}))
            (group,) = self.decide(page, "k")
            page.wait_for_selector("#banner-refused")
            self.soon(lambda: words in page.inner_text("#banners"), True)
            self.assertEqual(decision(page, group), "")
            page.click("#banner-refused button")
            page.unroute("**/api/decide")
        self.assertEqual(self.served.decisions(), [])

    def test_a_fault_of_the_server_is_tried_again(self):
        page = self.visit()
        page.route("**/api/decide", lambda route: route.fulfill(status=500, json={"error": "the disk is full"}))
        (group,) = self.decide(page, "k")
        page.wait_for_selector("#banner-lost")
        self.assertIn("the disk is full", page.inner_text("#banners"))
        page.unroute("**/api/decide")
        all_sent(page)
        self.assertEqual((state_of(page, group), len(self.served.decisions())), ("keep", 1))

    def test_what_cannot_be_shown_is_said_in_its_place(self):
        page = self.visit()
        page.route("**/api/group/*/0", lambda route: route.fulfill(status=404, json={"error": "the tidy text was moved"}))
        page.keyboard.press("End")
        self.soon(lambda: "the tidy text was moved" in page.inner_text("#lines"), True)
        self.assertTrue(page.is_enabled("#keep"))
