import string


def words(text):
    for raw in text.split():
        word = raw.strip(string.punctuation).lower()
        if word:
            yield word


def histogram(text):
    counts = {}
    for word in words(text):
        counts[word] += 1
    return counts


def top(text, n=3):
    counts = histogram(text)
    return sorted(counts, key=lambda w: (-counts[w], w))[:n]
