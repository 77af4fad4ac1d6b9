/** The Python script that goes with the lines. It needs nothing but spaCy 3. */
export const DOCBIN_SCRIPT = `"""Makes a DocBin for "spacy train" of a JSONL file.

    python make_docbin.py IN.jsonl OUT.spacy [LANGUAGE]

Entities come from "ents" and go to doc.ents; "spans" may overlap and go to
doc.spans["sc"]. Offsets count characters as Python does. Without LANGUAGE the
language of the first article is taken.
"""

import json
import sys

import spacy
from spacy.tokens import DocBin


def blank(language):
    try:
        return spacy.blank(language)
    except ImportError:
        return spacy.blank("xx")


def fitting(doc, found):
    spans = [doc.char_span(each["start"], each["end"], label=each["label"]) for each in found]
    return [span for span in spans if span is not None]


def main(source, target, language=None):
    with open(source, encoding="utf-8", newline="\\n") as lines:
        rows = [json.loads(line) for line in lines]
    if language is None and rows:
        language = rows[0]["meta"]["language"].split("-")[0]
    nlp = blank(language or "xx")
    docs = DocBin(store_user_data=True)
    left_out = 0
    for row in rows:
        nlp.max_length = max(nlp.max_length, len(row["text"]) + 1)
        doc = nlp.make_doc(row["text"])
        doc.user_data["doc_id"] = row["meta"]["doc_id"]
        doc.ents = fitting(doc, row["ents"])
        doc.spans["sc"] = fitting(doc, row["spans"]["sc"])
        left_out += len(row["spans"]["sc"]) - len(doc.spans["sc"])
        docs.add(doc)
    docs.to_disk(target)
    print(f"{len(rows)} articles; {left_out} spans begin or end inside a token of spaCy and were left out", file=sys.stderr)


main(*sys.argv[1:])
`;
