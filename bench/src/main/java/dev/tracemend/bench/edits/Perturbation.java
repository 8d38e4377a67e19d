package dev.tracemend.bench.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way in which models get a block wrong. Lines that SEARCH and REPLACE share stay shared. */
enum Perturbation {
    /** None: the block as it should be. */
    NONE,
    /** All lines without the indentation that they share. */
    OUTDENTED,
    /** Half the width of indentation. */
    HALF_INDENTED,
    /** Tabs for the blanks of the indentation. */
    TABS,
    /** Blanks behind lines. */
    TRAILING_BLANKS,
    /** A blank line before and behind. */
    BLANK_ENDS,
    /** Blank lines within the context left out. */
    BLANKS_DROPPED,
    /** No blanks around operators and behind commas. */
    TIGHT,
    /** Comment lines of the context left out. */
    COMMENTS_DROPPED,
    /** One variable by another name. */
    RENAMED,
    /** Typographic quotes and dashes. */
    SMART_QUOTES,
    /** Unchanged lines in the middle left out behind a mark. */
    ELIDED,
    /** The block's lines once more at another place of the file. */
    DUPLICATED;

    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"@])[a-z][A-Za-z0-9]{2,}(?![\\w(\"])");
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "double",
            "else",
            "elif",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "from",
            "function",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "let",
            "long",
            "native",
            "new",
            "null",
            "None",
            "package",
            "pass",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "self",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "false",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "with",
            "yield",
            "permits",
            "transient",
            "not",
            "and",
            "java",
            "org",
            "com");

    /** The trial that this makes of an edit; empty where the edit has nothing that could be got wrong so. */
    Optional<EditTrial> of(TrueEdit edit, Random random) {
        return switch (this) {
            case NONE -> Optional.of(EditTrial.of(this, edit, edit.search(), edit.replace()));
            case OUTDENTED -> lines(edit, outdented(edit));
            case HALF_INDENTED -> lines(edit, line -> " ".repeat(indent(line) / 2) + line.substring(indent(line)));
            case TABS -> lines(edit, line -> "\t".repeat(indent(line) / 4) + line.substring(indent(line) / 4 * 4));
            case TRAILING_BLANKS -> lines(edit, line -> line.hashCode() % 2 == 0 ? line + "  " : line);
            case BLANK_ENDS -> Optional.of(EditTrial.of(this, edit, framed(edit.search()), framed(edit.replace())));
            case TIGHT -> lines(edit, line -> indentOf(line) + line.strip().replaceAll(" ?([=+,<>(){};]) ?", "$1"));
            case SMART_QUOTES -> lines(edit, Perturbation::smart);
            case BLANKS_DROPPED -> dropped(edit, String::isBlank);
            case COMMENTS_DROPPED -> dropped(edit, Judging::isComment);
            case RENAMED -> renamed(edit, random);
            case ELIDED -> elided(edit);
            case DUPLICATED -> duplicated(edit, random);
        };
    }

    private Optional<EditTrial> lines(TrueEdit edit, java.util.function.UnaryOperator<String> change) {
        List<String> search = edit.search().stream().map(change).toList();
        List<String> replace = edit.replace().stream().map(change).toList();
        return search.equals(edit.search()) ? Optional.empty() : Optional.of(EditTrial.of(this, edit, search, replace));
    }

    private static java.util.function.UnaryOperator<String> outdented(TrueEdit edit) {
        int shared = java.util.stream.Stream.concat(edit.search().stream(), edit.replace().stream())
                .filter(line -> !line.isBlank())
                .mapToInt(Perturbation::indent)
                .min()
                .orElse(0);
        return line -> line.substring(Math.min(shared, indent(line)));
    }

    /** Leaves out lines that both sides keep. */
    private Optional<EditTrial> dropped(TrueEdit edit, java.util.function.Predicate<String> which) {
        int head = common(edit.search(), edit.replace());
        int tail = commonTail(edit.search(), edit.replace(), head);
        List<String> search = without(edit.search(), head, tail, which);
        List<String> replace = without(edit.replace(), head, tail, which);
        return search.equals(edit.search()) || search.isEmpty()
                ? Optional.empty()
                : Optional.of(EditTrial.of(this, edit, search, replace));
    }

    private static List<String> without(
            List<String> lines, int head, int tail, java.util.function.Predicate<String> which) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean shared = i < head || i >= lines.size() - tail;
            if (!(shared && which.test(lines.get(i)))) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    private Optional<EditTrial> renamed(TrueEdit edit, Random random) {
        List<String> names = new ArrayList<>();
        for (String line : edit.search()) {
            Matcher matcher = NAME.matcher(Judging.isComment(line) ? "" : line);
            while (matcher.find()) {
                if (!KEYWORDS.contains(matcher.group()) && !line.strip().startsWith("import ")) {
                    names.add(matcher.group());
                }
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String name = names.get(random.nextInt(names.size()));
        String other = name + "Ref";
        if (edit.file().stream().anyMatch(line -> line.contains(other))) {
            return Optional.empty();
        }
        Pattern word = Pattern.compile("\\b" + name + "\\b");
        List<String> search = edit.search().stream()
                .map(line -> word.matcher(line).replaceAll(other))
                .toList();
        List<String> replace = edit.replace().stream()
                .map(line -> word.matcher(line).replaceAll(other))
                .toList();
        return Optional.of(EditTrial.of(this, edit, search, replace).renamed(name, other));
    }

    private Optional<EditTrial> elided(TrueEdit edit) {
        int head = common(edit.search(), edit.replace());
        int tail = commonTail(edit.search(), edit.replace(), head);
        boolean front = head >= 3;
        if (!front && tail < 3) {
            return Optional.empty();
        }
        String mark = edit.path().endsWith(".py") ? "# ..." : "// ...";
        List<String> search = new ArrayList<>(edit.search());
        List<String> replace = new ArrayList<>(edit.replace());
        for (List<String> lines : List.of(search, replace)) {
            int at = front ? 1 : lines.size() - 3 + 1;
            // The first or last line of the context stays, the next is left out.
            lines.set(at, mark);
        }
        return Optional.of(EditTrial.of(this, edit, search, replace));
    }

    private Optional<EditTrial> duplicated(TrueEdit edit, Random random) {
        List<String> file = new ArrayList<>(edit.file());
        int at = random.nextInt(file.size());
        if (at > edit.from() && at < edit.from() + edit.search().size()) {
            return Optional.empty();
        }
        file.addAll(at, edit.search());
        int from = at <= edit.from() ? edit.from() + edit.search().size() : edit.from();
        TrueEdit twice = new TrueEdit(edit.path(), file, from, edit.search(), edit.replace());
        return Optional.of(EditTrial.of(this, twice, edit.search(), edit.replace()));
    }

    private static int common(List<String> a, List<String> b) {
        int n = 0;
        while (n < Math.min(a.size(), b.size()) && a.get(n).equals(b.get(n))) {
            n++;
        }
        return n;
    }

    private static int commonTail(List<String> a, List<String> b, int head) {
        int n = 0;
        while (n < Math.min(a.size(), b.size()) - head
                && a.get(a.size() - 1 - n).equals(b.get(b.size() - 1 - n))) {
            n++;
        }
        return n;
    }

    private static List<String> framed(List<String> lines) {
        List<String> framed = new ArrayList<>(lines);
        framed.add(0, "");
        framed.add("");
        return framed;
    }

    private static String smart(String line) {
        StringBuilder text = new StringBuilder();
        boolean open = true;
        for (char sign : line.toCharArray()) {
            text.append(
                    switch (sign) {
                        case '"' -> open ? '\u201c' : '\u201d';
                        case '\'' -> '\u2019';
                        case '-' -> '\u2013';
                        default -> sign;
                    });
            open ^= sign == '"';
        }
        return text.toString();
    }

    private static int indent(String line) {
        int n = 0;
        while (n < line.length() && line.charAt(n) == ' ') {
            n++;
        }
        return n;
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
