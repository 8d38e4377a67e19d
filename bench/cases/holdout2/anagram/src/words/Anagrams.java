package words;

import java.util.ArrayList;
import java.util.List;

public class Anagrams {
    public boolean matches(String first, String second) {
        if (first.length() != second.length()) {
            return false;
        }
        int[] counts = new int[26];
        String left = first.toLowerCase();
        String right = second.toLowerCase();
        for (int i = 0; i < left.length(); i++) {
            counts[left.charAt(i) - 'a']++;
            counts[left.charAt(i) - 'a']--;
        }
        for (int count : counts) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    public List<String> of(String word, List<String> others) {
        List<String> found = new ArrayList<>();
        for (String other : others) {
            if (!other.equalsIgnoreCase(word) && matches(word, other)) {
                found.add(other);
            }
        }
        return found;
    }
}
