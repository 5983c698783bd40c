"""Runs one peer over web pages: page_peers.py PEER PAGES.jsonl TEXTS.jsonl; prints seconds and peak memory.

A line of PAGES is {"dataset", "id", "path", "encoding"}; a line of TEXTS is {"dataset", "id", "text"}.
"""
import gzip
import json
import logging
import resource
import sys
import time

logging.disable(logging.CRITICAL)


def of_trafilatura():
    import trafilatura
    return lambda html: trafilatura.extract(html, include_comments=False) or ""


def of_readability_lxml():
    import lxml.html
    import readability
    return lambda html: lxml.html.fromstring(readability.Document(html).summary()).text_content()


def of_resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda html: extract_plain_text(html, main_content=True)


def of_justext():
    import justext
    words = justext.get_stoplist("English")
    return lambda html: "\n".join(p.text for p in justext.justext(html, words) if not p.is_boilerplate)


def of_turbohtml():
    import turbohtml
    return lambda html: turbohtml.parse(html).main_text()


PEERS = {"trafilatura": of_trafilatura, "readability-lxml": of_readability_lxml, "resiliparse": of_resiliparse,
         "jusText": of_justext, "turbohtml": of_turbohtml}


def text_of(run, html):
    try:
        return run(html) or ""
    except Exception:  # a page that a peer gives up on has no text
        return ""


def main():
    run = PEERS[sys.argv[1]]()
    with open(sys.argv[2], encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    sources = [gzip.decompress(open(page["path"], "rb").read()).decode(page["encoding"], "replace") for page in pages]
    text_of(run, sources[0])  # whatever the peer loads on its first call is not counted
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    texts = [text_of(run, source) for source in sources]
    seconds = time.process_time() - started
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for page, text in zip(pages, texts):
            out.write(json.dumps({"dataset": page["dataset"], "id": page["id"], "text": text}) + "\n")
    print(json.dumps({"seconds": seconds, "peak_kib": after, "grown_kib": after - before}))


main()
