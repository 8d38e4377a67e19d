package dev.tracemend.agent.repair;

/** How far two names lie apart. */
final class Edits {
    private Edits() {}

    /** The least number of letters to insert, delete or replace. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int keep = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(keep, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
