package dev.tracemend.agent.edit.syntax;

import java.util.List;

/** Judges texts as code, by the ending of their file's name. Safe for many threads. */
public interface SyntaxGate {

    /** What can be said about files of this name and length. */
    Reach reach(String path, int length);

    /** How many places of a text are broken, missing parts included; 0 where the language is not known. */
    int faults(String path, String text);

    /** The functions, methods and types of a text, outer ones first; none where the language is not known. */
    List<Declaration> declarations(String path, String text);

    /** Whether a judgement is possible. */
    enum Reach {
        /** It is. */
        JUDGED,
        /** There is no grammar for such files; nothing can be broken. */
        NO_GRAMMAR,
        /** The text is too long to be parsed for one edit. */
        TOO_LONG,
        /** The parser's native library does not load on this machine. */
        NO_LIBRARY
    }
}
