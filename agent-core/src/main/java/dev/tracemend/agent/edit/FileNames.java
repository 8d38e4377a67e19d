package dev.tracemend.agent.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file a block is for in the lines above it, preferring files that were shown to the author. */
final class FileNames {
    private static final int LOOK_BACK = 4;
    private static final Pattern FENCE = Pattern.compile("(?:`{3,}|~{3,})(.*)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern PLAUSIBLE = Pattern.compile("\\S*[^\\s.]\\.[A-Za-z0-9]{1,12}");
    private static final double CLOSE = 0.8;

    private final List<String> known;

    FileNames(List<String> known) {
        this.known = List.copyOf(known);
    }

    /** The best name above line {@code head} (0-based); empty where there is none. */
    String above(List<String> lines, int head) {
        List<String> candidates = new ArrayList<>();
        for (int i = head - 1; i >= 0 && i >= head - LOOK_BACK; i--) {
            String line = lines.get(i).strip();
            Matcher fence = FENCE.matcher(line);
            boolean isFence = fence.matches();
            addFrom(isFence ? fence.group(1).strip() : line, isFence, candidates);
            if (!isFence && !line.isEmpty()) {
                break;
            }
        }
        return choose(candidates);
    }

    private static void addFrom(String text, boolean fromFence, List<String> into) {
        if (text.isEmpty() || text.equals("...") || fromFence && text.indexOf('.') < 0 && text.indexOf('/') < 0) {
            return;
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            into.add(bare(quoted.group(1)));
        }
        into.add(bare(text.substring(text.lastIndexOf(' ') + 1)));
        into.add(bare(text));
    }

    private static String bare(String text) {
        String name = text.strip();
        while (!name.isEmpty() && "#*`:\"'>".indexOf(name.charAt(0)) >= 0) {
            name = name.substring(1).strip();
        }
        while (!name.isEmpty() && "#*`:\"',;".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private String choose(List<String> candidates) {
        for (String name : candidates) {
            if (known.contains(name)) {
                return name;
            }
        }
        for (String name : candidates) {
            List<String> same =
                    known.stream().filter(file -> file.endsWith("/" + name)).toList();
            if (same.size() == 1 && !name.isEmpty()) {
                return same.get(0);
            }
        }
        for (String name : candidates) {
            for (String file : known) {
                if (Similarity.of(file, name) >= CLOSE) {
                    return file;
                }
            }
        }
        return candidates.stream()
                .filter(name -> PLAUSIBLE.matcher(name).matches())
                .findFirst()
                .orElse("");
    }
}
