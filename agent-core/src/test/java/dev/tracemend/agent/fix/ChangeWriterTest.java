package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is the change that was judged, or nothing. */
class ChangeWriterTest {
    private static final String OTHER = "// Somebody wrote a line above.\n" + ShopCheckout.SOURCE;

    @TempDir
    private Path dir;

    private Path shop;

    @BeforeEach
    void start() throws Exception {
        shop = ShopCheckout.in(Files.createDirectory(dir.resolve("shop")));
    }

    private static Candidate lastDash() {
        int at = ShopCheckout.SOURCE.indexOf("indexOf");
        TextEdit edit = new TextEdit(ShopCheckout.PATH, at, at + "indexOf".length(), "lastIndexOf");
        return new Candidate(List.of(edit), "test-rule", 0.5, false, "takes the last dash");
    }

    private Change write(Candidate candidate) throws CheckoutException {
        try (ScratchWorktree worktree = ScratchWorktree.create(Checkout.open(shop), dir.resolve("scratch"), "x")) {
            return new ChangeWriter(worktree).write(candidate);
        }
    }

    @Test
    void writesAChangeOfTheTextItWasMadeFor() throws Exception {
        Change change = write(lastDash().of(path -> Optional.of(ShopCheckout.SOURCE)));
        assertThat(change.diff()).contains("+        return code.substring(0, code.lastIndexOf('-'));");
    }

    @Test
    void refusesAChangeOfAFileThatHasChangedSince() throws Exception {
        Candidate candidate = lastDash().of(path -> Optional.of(ShopCheckout.SOURCE));
        Files.writeString(shop.resolve(ShopCheckout.PATH), OTHER);
        ShopCheckout.git(shop, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qam", "second");
        assertThatThrownBy(() -> write(candidate))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining(ShopCheckout.PATH)
                .hasMessageContaining("run the fix again");
    }
}
