package dev.tracemend.agent.fix;

import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A git checkout of a tiny shop with one planted failure, and the log it writes. */
final class ShopCheckout {
    static final String PATH = "src/main/java/shop/Discount.java";
    static final String SOURCE = """
            package shop;

            /** Reads discount codes such as SPRING-20. */
            public final class Discount {
                private Discount() {}

                public static String campaign(String code) {
                    return code.substring(0, code.indexOf('-'));
                }
            }
            """;
    static final String TRACE = """
            2026-11-21 10:00:00 ERROR shop.Checkout - code=SPRING could not be applied
            java.lang.StringIndexOutOfBoundsException: begin 0, end -1, length 6
            \tat java.base/java.lang.String.checkBoundsBeginEnd(String.java:4606)
            \tat java.base/java.lang.String.substring(String.java:2709)
            \tat shop.Discount.campaign(Discount.java:8)
            \tat shop.Checkout.main(Checkout.java:12)""";
    static final String WRONG = """
            CAUSE: the first dash is taken for the last.

            src/main/java/shop/Discount.java
            ```java
            <<<<<<< SEARCH
                    return code.substring(0, code.indexOf('-'));
            =======
                    return code.substring(0, code.lastIndexOf('-'));
            >>>>>>> REPLACE
            ```
            """;
    static final String RIGHT = """
            CAUSE: a code without a dash has no place to cut at.

            src/main/java/shop/Discount.java
            ```java
            <<<<<<< SEARCH
                    return code.substring(0, code.indexOf('-'));
            =======
                    int dash = code.indexOf('-');
                    return dash < 0 ? code : code.substring(0, dash);
            >>>>>>> REPLACE
            ```
            """;

    private ShopCheckout() {}

    static Path in(Path folder) {
        write(folder.resolve(PATH), SOURCE);
        git(folder, "init", "-q", "-b", "main");
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
        return folder;
    }

    static FixTask task() {
        StackTrace trace = TraceParser.parse(TRACE);
        return new FixTask("00112233aabbccdd", "StringIndexOutOfBoundsException", trace, List.of(TRACE.split("\n")));
    }

    static String git(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(words));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes());
            if (git.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
