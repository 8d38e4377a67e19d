package dev.tracemend.agent.edit;

import java.util.List;

/**
 * Why one block was refused.
 *
 * @param block 1-based number of the block within the reply
 * @param path the file it names, may be empty
 * @param message what was wrong and what to send instead, in a sentence or two
 * @param lines 1-based lines of the file where the places begin that fit, if several do
 * @param nearest the part of the file that is most alike, with line numbers; empty where none is
 * @param difference that part against the block's lines, {@code -} for the block's and {@code +} for the file's
 * @param quote the file's lines there, to be copied as they are
 */
public record EditFailure(
        int block,
        String path,
        Reason reason,
        String message,
        List<Integer> lines,
        String nearest,
        String difference,
        String quote) {
    private static final int LIMIT = 2_000;

    /** Copies the lines. */
    public EditFailure {
        lines = List.copyOf(lines);
    }

    /** A failure without places. */
    public EditFailure(int block, String path, Reason reason, String message) {
        this(block, path, reason, message, List.of(), "", "", "");
    }

    /** The kinds of refusal. */
    public enum Reason {
        /** The block's markers or its file name are missing or out of order, or it leaves code out. */
        MALFORMED,
        /** The path leaves the checkout, or names a file that is not to be edited. */
        OUTSIDE_WORKSPACE,
        /** There is no such file, or the file has no such lines. */
        NO_MATCH,
        /** The file has such lines at several places. */
        AMBIGUOUS,
        /** The file holds the replacement already. */
        ALREADY_APPLIED,
        /** The lines were found loosely, and the change would break the syntax there, or that cannot be checked. */
        SYNTAX_BROKEN,
        /** The block changes nothing, touches lines that another block changes, or creates a file that is there. */
        CONFLICT,
        /** The file is no text, or its charset lacks a character of the change. */
        NOT_TEXT,
        /** The file has other bytes than those that the change was planned on. */
        FILE_CHANGED
    }

    /** For a person and for a model, at most about 2,000 characters. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("block " + block + (path.isEmpty() ? "" : " (" + path + ")") + ": ");
        text.append(reason).append(": ").append(message);
        add(text, "The file's nearest lines are:", nearest);
        add(text, "They differ from the block so (- block, + file):", difference);
        add(text, "Lines that fit, to be copied as they are:", quote);
        return text.length() <= LIMIT ? text.toString() : text.substring(0, LIMIT) + " …";
    }

    private static void add(StringBuilder text, String title, String part) {
        if (!part.isEmpty() && text.length() + part.length() < LIMIT) {
            text.append('\n').append(title).append('\n').append(part);
        }
    }
}
