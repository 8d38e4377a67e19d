package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of pull requests, against GitHub and GitLab as scripts that speak real HTTP and real git. */
@Timeout(60)
class PullDeliveryTest {
    @TempDir
    private Path folder;

    private ForgedShop shop;

    @AfterEach
    void stop() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void opensADraftOncePushesWithTheTokenAndLeavesNoTraceOfIt(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        String config = Files.readString(shop.workspace().resolve(".git/config"));
        String commit = shop.fix("cafe01", 1);

        PullOutcome outcome = shop.deliver(ForgedShop.draft("cafe01", 1, commit));

        assertThat(outcome).isInstanceOf(PullOutcome.Opened.class);
        assertThat(outcome.toString()).contains("/acme/shop/").doesNotContain(ScriptedForge.TOKEN);
        JsonNode made = shop.forge().pulls().get(0);
        assertThat(made.path("title").asText()).isEqualTo(shop.gitHub() ? "Mend the cart" : "Draft: Mend the cart");
        assertThat(made.path("draft").asBoolean()).isEqualTo(shop.gitHub());
        assertThat(made.path(shop.gitHub() ? "base" : "target_branch").asText()).isEqualTo("main");
        assertThat(ForgedShop.body(made)).contains("the first words");
        assertThat(shop.remote("tracemend/cafe01-1")).isEqualTo(commit);
        assertThat(shop.forge().gitUsers()).containsOnly(shop.gitHub() ? "x-access-token" : "oauth2");
        assertThat(Files.readString(shop.workspace().resolve(".git/config"))).isEqualTo(config);
        assertThat(GitFolder.git(shop.workspace(), "for-each-ref", "refs/remotes"))
                .isEmpty();
        assertThat(shop.deliver(ForgedShop.draft("cafe01", 1, commit))).isInstanceOf(PullOutcome.Updated.class);
        assertThat(shop.forge().pulls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void updatesInPlaceAndKeepsWhatPeopleWroteAround(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.deliver(ForgedShop.draft("cafe02", 1, shop.fix("cafe02", 1)));
        shop.forge().addToBody(1, "Looks good to me.\n\n", "\nPlease wait for Ada.");
        String second = shop.fix("cafe02", 2);

        PullOutcome outcome = shop.deliver(ForgedShop.draft("cafe02", 2, second, "the second words", false));

        assertThat(outcome).isInstanceOf(PullOutcome.Updated.class);
        assertThat(shop.forge().pulls()).hasSize(1);
        assertThat(ForgedShop.body(shop.forge().pulls().get(0)))
                .startsWith("Looks good to me.")
                .contains("the second words")
                .doesNotContain("the first words")
                .endsWith("Please wait for Ada.");
        assertThat(shop.remote("tracemend/cafe02-1")).isEqualTo(second);
        assertThat(shop.remote("tracemend/cafe02-2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesABranchAloneThatAPersonWorksOn(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.deliver(ForgedShop.draft("cafe03", 1, shop.fix("cafe03", 1)));
        Path person = folder.resolve("person");
        GitFolder.git(
                folder,
                "clone",
                "-q",
                "-b",
                "tracemend/cafe03-1",
                shop.forge().repository().toString(),
                "person");
        Files.writeString(person.resolve("Notes.txt"), "mine\n");
        GitFolder.git(person, "add", "-A");
        GitFolder.git(person, "commit", "-q", "-m", "a person's commit");
        GitFolder.git(person, "push", "-q");
        String theirs = GitFolder.head(person);

        PullOutcome outcome = shop.deliver(ForgedShop.draft("cafe03", 2, shop.fix("cafe03", 2)));

        assertThat(outcome).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(outcome.toString()).contains("commits of a person");
        assertThat(shop.remote("tracemend/cafe03-1")).isEqualTo(theirs);
        assertThat(shop.forge().pulls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonClosedIsNeverOpenedAgainUnlessTheCodeChanged(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.deliver(ForgedShop.draft("cafe04", 1, shop.fix("cafe04", 1)));
        shop.forge().set(1, "closed");
        String second = shop.fix("cafe04", 2);

        assertThat(shop.deliver(ForgedShop.draft("cafe04", 2, second))).isInstanceOf(PullOutcome.ClosedByPerson.class);
        assertThat(shop.forge().pulls()).hasSize(1);
        assertThat(shop.remote("tracemend/cafe04-2")).isEmpty();

        assertThat(shop.deliver(ForgedShop.draft("cafe04", 2, second, "anew", true)))
                .isInstanceOf(PullOutcome.Opened.class);
        assertThat(shop.forge().pulls())
                .extracting(one -> one.path("state").asText())
                .containsExactly("closed", shop.open());
    }

    @ParameterizedTest
    @EnumSource
    void aMergedOneIsNoRefusal(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.deliver(ForgedShop.draft("cafe05", 1, shop.fix("cafe05", 1)));
        shop.forge().set(1, "merged");

        assertThat(shop.deliver(ForgedShop.draft("cafe05", 2, shop.fix("cafe05", 2))))
                .isInstanceOf(PullOutcome.Opened.class);
    }

    @ParameterizedTest
    @EnumSource
    void noMoreAreOpenedThanADayAllows(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.deliver(ForgedShop.draft("aaaa", 1, shop.fix("aaaa", 1)));
        shop.deliver(ForgedShop.draft("bbbb", 1, shop.fix("bbbb", 1)));

        PullOutcome third = shop.deliver(ForgedShop.draft("cccc", 1, shop.fix("cccc", 1)));

        assertThat(third).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(third.toString()).contains("2 are allowed");
        assertThat(shop.remote("tracemend/cccc-1")).isEmpty();
        assertThat(shop.deliver(ForgedShop.draft("aaaa", 1, shop.fixTip("aaaa", 1))))
                .isInstanceOf(PullOutcome.Updated.class);
    }

    @ParameterizedTest
    @EnumSource
    void commitsOfTheUserThatWereNotPushedStayPrivate(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        Files.writeString(shop.workspace().resolve("Plans.txt"), "private\n");
        GitFolder.git(shop.workspace(), "add", "-A");
        GitFolder.git(shop.workspace(), "commit", "-q", "-m", "not pushed yet");

        PullOutcome outcome = shop.deliver(ForgedShop.draft("cafe09", 1, shop.fix("cafe09", 1)));

        assertThat(outcome).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(outcome.toString()).contains("push them");
        assertThat(shop.remote("tracemend/cafe09-1")).isEmpty();
    }
}
