package desk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Members by their mail address, whose letters' case does not matter. */
public final class Members {
    private final Map<String, Member> byMail = new HashMap<>();

    /** A member. */
    public record Member(String name, String city) {}

    public void add(String mail, Member member) {
        byMail.put(mail.toLowerCase(Locale.ROOT), member);
    }

    public Member find(String mail) {
        return byMail.get(mail);
    }
}
