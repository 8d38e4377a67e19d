package settings;

import java.util.logging.Level;
import java.util.logging.Logger;

public final class Settings {
    private static final Logger LOG = Logger.getLogger("settings");

    /** A width that makes no sense is told and 80 is used. */
    public int width(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            LOG.log(Level.INFO, "width " + text + " is not a number, using 80", e);
            return 80;
        }
    }
}
