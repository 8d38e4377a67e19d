package mailer;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Words and addresses mails. */
@Singleton
public class Sender {
    private final String from;
    private final int tries;
    private final String footer;

    public Sender(
            @Value("${mailer.from-address}") String from,
            @Value("${mailer.retry-limit}") int tries,
            @Value("${mailer.footer:}") String footer) {
        this.from = from;
        this.tries = tries;
        this.footer = footer;
    }

    /** The mail as it goes out. */
    public String word(String to, String text) {
        return "From: " + from + "\nTo: " + to + "\nTries: " + tries + "\n\n" + text + "\n" + footer;
    }
}
