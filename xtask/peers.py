"""Times one peer over texts: peers.py PEER TEXTS.jsonl, a JSON string a line; prints the seconds."""
import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)


def of_ftfy():
    import ftfy
    return ftfy.fix_text


def of_clean_text():
    from cleantext import clean
    return lambda text: clean(text, lower=False, to_ascii=False)


def of_datatrove():
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter
    lines = C4QualityFilter(min_num_sentences=-1)  # the line filter alone: no counting of sentences
    return lambda text: lines.filter(Document(text=text, id=""))


PEERS = {"ftfy": of_ftfy, "clean-text": of_clean_text, "datatrove": of_datatrove}


def main():
    run = PEERS[sys.argv[1]]()
    with open(sys.argv[2], encoding="utf-8") as file:
        texts = [json.loads(line) for line in file]
    run(texts[0])  # whatever the peer loads on its first call is not counted
    started = time.perf_counter()
    for text in texts:
        run(text)
    print(time.perf_counter() - started)


main()
