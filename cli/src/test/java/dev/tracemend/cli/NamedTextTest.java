package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTextTest {
    @TempDir
    private Path folder;

    @Test
    void aLogMayHoldBytesOfAnotherEncodingAReplyMayNot() throws IOException {
        Path file =
                Files.write(folder.resolve("app.log"), "K\u00f6ln\nERROR boom".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(NamedText.log(file.toString())).isEqualTo("K\ufffdln\nERROR boom");
        assertThatThrownBy(() -> NamedText.reply(file.toString()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the reply in " + file + " is not UTF-8");
    }

    @Test
    void whatIsMissingIsCalledWhatItIs() {
        String nowhere = folder.resolve("nowhere").toString();

        assertThatThrownBy(() -> NamedText.log(nowhere)).hasMessageContaining(nowhere + ": name the log");
        assertThatThrownBy(() -> NamedText.reply(nowhere)).hasMessageContaining(nowhere + ": name the reply");
        assertThatThrownBy(() -> NamedText.log(folder.toString())).hasMessageContaining("is a folder");
    }
}
