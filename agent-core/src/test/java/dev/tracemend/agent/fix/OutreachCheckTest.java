package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutreachCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ProcessBuilder(\"sh\").start();",
                "Runtime.getRuntime().halt(0);",
                "java.net.URI.create(u).toURL().openStream();",
                "new java.net.Socket(host, port);",
                "java . nio . file . Files . readString(path);",
                "new FileOutputStream(name);",
                "System.getenv(\"TOKEN\");",
                "Class.forName(name).getMethod(\"x\");",
                "new \\u0050rocessBuilder(\"sh\");",
                "// \u202e hidden",
                "os.system('id')",
                "import subprocess",
                "eval(text)",
                "require('https').get(url)",
                "fetch(url)",
                "fs.writeFileSync(name, text)",
            })
    void aChangeThatBeginsToReachOutIsTold(String added) {
        assertThat(OutreachCheck.added("int total = 0;\n", "int total = 0;\n" + added + "\n"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return items.getOrDefault(key, 0);",
                "if (customer == null) { return sum; }",
                "matcher.exec(line)",
                "repository.fetch(id);",
                "map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);",
                "String text = \"caf\u00e9 \\u00e9\";",
                "words.stream().collect(Collectors.toMap(w -> w, String::length, (one, other) -> one));",
            })
    void whatOnlyComputesIsNot(String added) {
        assertThat(OutreachCheck.added("int total = 0;\n", "int total = 0;\n" + added + "\n"))
                .isEmpty();
    }

    @Test
    void whatTheFileDidBeforeItMayGoOnDoing() {
        String before = "Files.readString(path);\n";
        assertThat(OutreachCheck.added(before, "Files.readString(other.resolve(path));\n"))
                .isEmpty();
        assertThat(OutreachCheck.added(before, before + before)).isPresent();
    }
}
