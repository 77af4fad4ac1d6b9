"""Reads CoNLL files with NLTK and prints what it finds as JSON.

    python3 read-conll.py FOLDER words,pos,ignore,chunk FILE...
"""

import json
import sys

import nltk
from nltk.corpus.reader import ConllCorpusReader

folder, columns, *files = sys.argv[1:]
# Newer versions open nothing outside these folders.
nltk.data.path.append(folder)
reader = ConllCorpusReader(folder, files, columns.split(","), encoding="utf-8")
has_pos = "pos" in columns
found = {
    "words": [list(sentence) for sentence in reader.sents()],
    # Without the column of 2003 that has parts of speech NLTK cannot put chunks together.
    "chunks": [
        [subtree.label(), [word for word, _ in subtree.leaves()]]
        for sentence in (reader.chunked_sents() if has_pos else [])
        for subtree in sentence.subtrees(lambda tree: tree.label() != "S")
    ],
}
json.dump(found, sys.stdout)
