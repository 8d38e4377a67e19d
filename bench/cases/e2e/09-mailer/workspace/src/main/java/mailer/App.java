package mailer;

import io.micronaut.context.ApplicationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words one mail and prints it. */
public final class App {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    private App() {}

    public static void main(String[] args) {
        try (ApplicationContext context = ApplicationContext.run()) {
            System.out.println(context.getBean(Sender.class).word(args[0], args[1]));
        } catch (RuntimeException e) {
            LOG.error("the mailer could not start", e);
        }
    }
}
