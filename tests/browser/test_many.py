"""Ten thousand groups: soon there, quick to decide, and only what changed is drawn again."""

import statistics

from captures import many
from case import ReviewCase, all_sent, until

# Waits until the browser has drawn what a change made.
DECIDE = """async (key) => {
  const rows = document.getElementById('rows');
  const seen = [];
  const observer = new MutationObserver((records) => seen.push(...records));
  observer.observe(rows, { childList: true, subtree: true, attributes: true, characterData: true });
  const begun = performance.now();
  document.getElementById('list').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await new Promise((drawn) => requestAnimationFrame(() => { const port = new MessageChannel(); port.port1.onmessage = drawn; port.port2.postMessage(0); }));
  const took = performance.now() - begun;
  await new Promise((later) => setTimeout(later, 150));
  observer.disconnect();
  const all = new Set(rows.children);
  const touched = new Set(seen.map((record) => record.target.closest ? record.target.closest('.row') : record.target.parentElement.closest('.row')));
  return { took, mutations: seen.length, touched: [...touched].filter((row) => row && all.has(row)).length, drawn: all.size };
}"""

FIRST_ROW = """
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.row')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstRow = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
"""


class Many(ReviewCase):
    captures = many

    def test_the_first_rows_are_drawn_within_a_second(self):
        page = self.visit()
        self.assertGreaterEqual(len(self.served.ask("api/queue")["groups"]), 10_000)
        page.context.add_init_script(FIRST_ROW)
        times = []
        for _ in range(5):
            page.reload()
            until(page, "window.firstRow")
            times.append(page.evaluate("window.firstRow"))
        print(f"first rows drawn after {statistics.median(times):.0f} ms (median of {len(times)})")
        self.assertLess(statistics.median(times), 1000)
        self.assertLess(page.locator(".row").count(), 60)

    def test_a_decision_shows_at_once_and_draws_only_the_rows_it_touches(self):
        page = self.visit()
        done = []
        for key in "krlkrlkrlkrlkrl":
            done.append(page.evaluate(DECIDE, key))
            all_sent(page)
        took = statistics.median(one["took"] for one in done)
        print(f"a decision is drawn after {took:.0f} ms (median of {len(done)}), at most {max(one['mutations'] for one in done)} mutations")
        self.assertLess(took, 50)
        for one in done:
            self.assertLessEqual(one["touched"], 4)
            self.assertLess(one["mutations"], 30)
        self.assertEqual(len(self.served.decisions()), 15)

    def test_a_decision_on_a_whole_rule_draws_no_more_than_the_rows_in_view(self):
        page = self.visit()
        page.keyboard.press("4")
        done = page.evaluate(DECIDE, "r")
        all_sent(page)
        self.assertGreater(page.evaluate("undross.state.totals.decided"), 1000)
        self.assertLess(done["mutations"], 8 * done["drawn"])

    def test_the_list_is_searched_and_scrolled_to_its_end(self):
        page = self.visit()
        page.keyboard.press("End")
        size = page.evaluate("undross.queue.size()")
        self.assertTrue(page.is_visible(f".row[aria-posinset='{size}'][aria-setsize='{size}']"))
        page.fill("#search", "on the ferry")
        until(page, "undross.queue.size() < 9000")
        self.assertGreater(page.evaluate("undross.queue.size()"), 1000)
