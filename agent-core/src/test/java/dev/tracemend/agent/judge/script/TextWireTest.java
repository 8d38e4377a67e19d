package dev.tracemend.agent.judge.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextWireTest {

    @Test
    void textsComeThroughAsTheyAre() throws IOException {
        List<String> texts = List.of("", "a\nb", "ä€😀", "7");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        TextWire.write(out, texts);

        assertThat(TextWire.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(texts);
    }

    @Test
    void whatIsNoListOfTextsIsRefused() {
        for (String bad : List.of("", "x\n", "1\n5\nab", "99999999999\n", "-1\n", "1\n999999999\n")) {
            assertThatThrownBy(() -> TextWire.read(new ByteArrayInputStream(bad.getBytes(UTF_8)))).as(bad).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anyBytesAreReadOrRefusedAndAnyAnswerIsReadOrRefused() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) "0123\n9ab".charAt(random.nextInt(8));
            }
            assertThatCode(() -> {
                        try {
                            ScriptOpening.of(TextWire.read(new ByteArrayInputStream(bytes)));
                        } catch (IOException | RuntimeException refused) {
                            assertThat(refused).isNotInstanceOf(NullPointerException.class);
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}
