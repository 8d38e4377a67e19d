package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well a corpus is masked.
 *
 * @param caught secrets of which nothing is left in their line
 * @param missed what got through, with its line
 * @param spurious innocent lines that were changed, and lines with more masks than secrets: before and after
 * @param inexact lines with secrets of which something else is gone, too: before and after
 */
public record RedactionScore(int caught, List<String> missed, List<String> spurious, int lines, List<String> inexact) {

    /** Redacts the whole corpus. */
    public static RedactionScore of(Redactor redactor, RedactionCorpus corpus) {
        int caught = 0;
        List<String> inexact = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> spurious = new ArrayList<>();
        for (RedactionCorpus.Entry entry : corpus.secrets()) {
            Redaction redaction = redactor.redact(entry.text());
            for (String secret : entry.secrets()) {
                if (redaction.text().contains(secret)) {
                    missed.add(secret + " in " + redaction.text());
                } else {
                    caught++;
                }
            }
            if (redaction.count() > entry.secrets().size()) {
                spurious.add(entry.text() + "\n      -> " + redaction.text());
            }
            if (!isExact(entry, redaction.text())) {
                inexact.add(entry.text() + "\n      -> " + redaction.text());
            }
        }
        for (String line : corpus.innocent()) {
            Redaction redaction = redactor.redact(line);
            if (!redaction.text().equals(line)) {
                spurious.add(line + "\n      -> " + redaction.text());
            }
        }
        return new RedactionScore(caught, missed, spurious, corpus.secrets().size(), inexact);
    }

    private static boolean isExact(RedactionCorpus.Entry entry, String masked) {
        String expected = entry.text();
        for (String secret : entry.secrets()) {
            expected = expected.replace(secret, "[redacted]");
        }
        return expected.equals(masked.replaceAll("\\[redacted:[a-z0-9-]+]", "[redacted]"));
    }

    /** Secrets caught of all secrets. */
    public double recall() {
        return share(caught, caught + missed.size());
    }

    /** Masks that hide a secret of all masks, a line with a needless mask counted once. */
    public double precision() {
        return share(caught, caught + spurious.size());
    }

    private static double share(int some, int all) {
        return all == 0 ? 1 : (double) some / all;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "recall %.4f (%d of %d secrets), precision %.4f (%d needless), rest of the line kept %.4f",
                recall(),
                caught,
                caught + missed.size(),
                precision(),
                spurious.size(),
                share(lines - inexact.size(), lines));
    }
}
