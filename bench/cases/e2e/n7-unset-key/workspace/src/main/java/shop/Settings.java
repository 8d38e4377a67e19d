package shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the shop is configured with. */
public final class Settings {
    private final Properties properties = new Properties();

    public Settings() {
        try (InputStream file = Settings.class.getResourceAsStream("/shop.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String required(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("Required property " + key + " is not set");
        }
        return value;
    }
}
