package dev.tracemend.agent.adapter;

/** Code fences that a model puts around a whole reply. */
final class Fences {
    private Fences() {}

    /** What stands inside the fence that encloses a whole text; the text itself where none does. */
    static String inside(String text) {
        if (!text.startsWith("```")) {
            return text;
        }
        int first = text.indexOf('\n');
        int last = text.lastIndexOf("```");
        if (first < 0 || last <= first || !text.substring(last + 3).isBlank()) {
            return text;
        }
        return text.substring(first + 1, last).strip();
    }
}
