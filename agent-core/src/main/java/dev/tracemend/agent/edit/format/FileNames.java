package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file that a reply means, preferring files that were shown to its author, then files that are there. */
final class FileNames {
    private static final int LOOK_BACK = 5;
    private static final int LONGEST = 250;
    private static final String WEAK = "\0";
    private static final Pattern FENCE = Pattern.compile("(?:`{3,}|~{3,})(.*)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "\\S*[^\\s./]\\.[A-Za-z0-9_+-]{1,12}|\\S*/\\.?[\\w.+-]+"
                    + "|\\.[A-Za-z][\\w.-]+|\\S+\\\\\\S+|[A-Z][a-z]+file|LICENSE|README|NOTICE|CHANGELOG|BUILD|WORKSPACE|go\\.mod");
    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:in |edit(?:ing)? |update |create |new )?(?:file(?:name)?|path)\\s*[:=]\\s*(.+)");

    private final List<String> known;
    private final Predicate<String> exists;

    FileNames(List<String> known, Predicate<String> exists) {
        this.known = List.copyOf(known);
        this.exists = exists;
    }

    /** The best name above line {@code head} (0-based); empty where there is none. */
    String above(ReplyLines reply, int head, boolean create) {
        List<String> candidates = new ArrayList<>();
        for (int i = head - 1; i >= 0 && i >= head - LOOK_BACK; i--) {
            String line = reply.stripped(i);
            Matcher fence = FENCE.matcher(line);
            boolean isFence = fence.matches();
            addFrom(isFence ? fence.group(1).strip() : line, isFence, candidates);
            if (!isFence && !line.isEmpty()) {
                break;
            }
        }
        return choose(candidates, create);
    }

    /** The name that a line gives, as the line above a listing does; empty where it gives none. */
    String in(String line) {
        List<String> candidates = new ArrayList<>();
        addFrom(line.strip(), false, candidates);
        return choose(candidates, true);
    }

    /** The file that a name alone means: itself, if it is there or nothing else fits. */
    String resolve(String name) {
        String bare = bare(name);
        String found = choose(List.of(bare), false);
        return found.isEmpty() ? bare : found;
    }

    /** The only file the conversation is about; empty where there are several or none. */
    String only() {
        return known.size() == 1 ? known.get(0) : "";
    }

    boolean exists(String path) {
        return known.contains(path) || exists.test(path);
    }

    /** Without quotes, emphasis, comment signs and {@code ./} around it. */
    static String bare(String text) {
        String name = text.strip();
        while (!name.isEmpty() && "#*`:\"'>(".indexOf(name.charAt(0)) >= 0) {
            name = name.substring(1).strip();
        }
        while (!name.isEmpty() && "#*`:\"',;)".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static void addFrom(String text, boolean fromFence, List<String> into) {
        if (text.isEmpty() || text.length() > LONGEST || text.equals("...")) {
            return;
        }
        if (fromFence && text.indexOf('.') < 0 && text.indexOf('/') < 0) {
            return;
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            into.add(bare(quoted.group(1)));
        }
        Matcher label = LABEL.matcher(bare(text));
        if (label.matches()) {
            into.add(bare(label.group(1)));
        }
        String comment = text.startsWith("//") ? text.substring(2) : text.startsWith("<!--") ? text.substring(4) : text;
        into.add(bare(comment.endsWith("-->") ? comment.substring(0, comment.length() - 3) : comment));
        String last = bare(text).substring(bare(text).lastIndexOf(' ') + 1);
        String word = bare(last.substring(last.lastIndexOf('=') + 1));
        // The last word of a sentence is a name only if there is such a file.
        into.add(bare(text).indexOf(' ') < 0 ? word : WEAK + word);
    }

    private String choose(List<String> sureAndWeak, boolean create) {
        if (sureAndWeak.stream().anyMatch(name -> name.startsWith("../") || name.contains("/../"))) {
            return sureAndWeak.stream()
                    .filter(name -> name.contains("../"))
                    .findFirst()
                    .orElse("");
        }
        List<String> candidates = sureAndWeak.stream()
                .map(name -> name.startsWith(WEAK) ? name.substring(1) : name)
                .toList();
        for (String name : candidates) {
            if (known.contains(name)) {
                return name;
            }
        }
        for (String name : candidates) {
            if (!name.isEmpty() && name.length() <= LONGEST && exists.test(name)) {
                return name;
            }
        }
        String meant = create ? "" : meant(candidates);
        return !meant.isEmpty()
                ? meant
                : sureAndWeak.stream()
                        .filter(name -> PLAUSIBLE.matcher(name).matches())
                        .findFirst()
                        .orElse("");
    }

    /** A known file that ends with one of the names, or is spelt nearly so. */
    private String meant(List<String> candidates) {
        for (String name : candidates) {
            List<String> same = known.stream()
                    .filter(file -> file.endsWith("/" + name) || name.endsWith("/" + file))
                    .toList();
            if (same.size() == 1 && !name.isEmpty()) {
                return same.get(0);
            }
        }
        for (String name : candidates) {
            List<String> same = known.stream()
                    .filter(file -> last(file).equals(last(name)) && name.indexOf('.') > 0)
                    .toList();
            if (same.size() == 1) {
                return same.get(0);
            }
        }
        return "";
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
