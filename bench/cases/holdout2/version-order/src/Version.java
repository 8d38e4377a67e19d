public final class Version implements Comparable<Version> {
    private final int[] parts;

    public Version(String text) {
        String[] words = text.split("\\.");
        parts = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            parts[i] = Integer.parseInt(words[i]);
        }
    }

    private int part(int i) {
        return i < parts.length ? parts[i] : 0;
    }

    @Override
    public int compareTo(Version other) {
        int length = Math.min(parts.length, other.parts.length);
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }
}
