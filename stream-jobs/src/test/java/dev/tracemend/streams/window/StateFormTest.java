package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An engine that is new must not take the state of an older one for its own: what it holds is pinned with its version. */
class StateFormTest {
    private static final String PINNED = "s3 bd617f10c8d5";

    @Test
    void aChangeOfWhatIsKeptRaisesTheVersion() throws Exception {
        Set<String> form = new TreeSet<>();
        for (Class<?> kept : List.of(SourceState.class, RosterState.class, CauseState.class, BucketState.class)) {
            describe(kept, form);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", form).getBytes(StandardCharsets.UTF_8));

        assertThat(StateForm.VERSION + ' ' + HexFormat.of().formatHex(hash, 0, 6))
                .as(
                        "What engines keep has changed: raise StateForm.VERSION, then pin the new form here. It is now%n%s",
                        String.join("\n", form))
                .isEqualTo(PINNED);
    }

    private static void describe(Class<?> record, Set<String> form) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent part : record.getRecordComponents()) {
            parts.add(part.getName() + ' ' + part.getGenericType().getTypeName());
            describe(part.getGenericType(), form);
        }
        form.add(record.getName() + parts);
    }

    private static void describe(Type type, Set<String> form) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, form);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            describe(plain, form);
        }
    }
}
