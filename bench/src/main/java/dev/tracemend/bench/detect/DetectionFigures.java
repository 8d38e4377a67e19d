package dev.tracemend.bench.detect;

import java.util.Locale;

/**
 * The counts of one log or of many, and the figures that follow from them.
 *
 * @param labelled lines that carry a cause
 * @param covered labelled lines within an error that was found
 * @param flagged errors that were found, a line or a line with its trace each
 * @param right those of them with a labelled line
 * @param found causes with at least one error found
 * @param contexts contexts of the found causes: distinct fingerprints of a log, summed over its causes
 * @param mixed contexts that hold more than one cause
 */
record DetectionFigures(
        long lines,
        long labelled,
        long covered,
        long flagged,
        long right,
        long causes,
        long found,
        long contexts,
        long mixed) {

    static final DetectionFigures NONE = new DetectionFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    DetectionFigures plus(DetectionFigures other) {
        return new DetectionFigures(
                lines + other.lines,
                labelled + other.labelled,
                covered + other.covered,
                flagged + other.flagged,
                right + other.right,
                causes + other.causes,
                found + other.found,
                contexts + other.contexts,
                mixed + other.mixed);
    }

    /** Of the errors found the share that are some; 1 where none was found. */
    double precision() {
        return flagged == 0 ? 1 : (double) right / flagged;
    }

    /** Of the labelled lines the share that was found; 1 where there is none. */
    double recall() {
        return labelled == 0 ? 1 : (double) covered / labelled;
    }

    /** Of the causes the share of which at least one error was found. */
    double causeRecall() {
        return causes == 0 ? 1 : (double) found / causes;
    }

    /** Contexts for each cause found. */
    double contextsPerCause() {
        return found == 0 ? 0 : (double) contexts / found;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-28s %8d %8d %9.3f %7.3f %6d/%-5d %9.2f %6d",
                name,
                lines,
                labelled,
                precision(),
                recall(),
                found,
                causes,
                contextsPerCause(),
                mixed);
    }

    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-28s %8s %8s %9s %7s %12s %9s %6s",
                "log",
                "lines",
                "labelled",
                "precision",
                "recall",
                "causes found",
                "ctx/cause",
                "mixed");
    }

    String json(String name) {
        return String.format(
                Locale.ROOT,
                "{\"log\":\"%s\",\"lines\":%d,\"labelled\":%d,\"covered\":%d,\"flagged\":%d,\"right\":%d,\"precision\":%.4f,"
                        + "\"recall\":%.4f,\"causes\":%d,\"causesFound\":%d,\"causeRecall\":%.4f,\"contexts\":%d,"
                        + "\"contextsPerCause\":%.4f,\"mixed\":%d}",
                name.replace("\\", "\\\\").replace("\"", "\\\""),
                lines,
                labelled,
                covered,
                flagged,
                right,
                precision(),
                recall(),
                causes,
                found,
                causeRecall(),
                contexts,
                contextsPerCause(),
                mixed);
    }
}
