package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a session remembers, and how its commands end; the same in every sandbox. */
interface ShellStateContract {
    SandboxKind kind();

    @Test
    default void keepsVariablesAndExports() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("a=1; export B='two words'");
            assertThat(lab.said("echo $a; sh -c 'echo $B'")).isEqualTo("1\ntwo words");
        }
    }

    @Test
    default void keepsTheDirectory() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("mkdir -p 'a b/c' && cd 'a b/c'").cwd())
                    .isEqualTo(lab.workspace().resolve("a b/c").toString());
            assertThat(lab.said("pwd")).endsWith("/a b/c");
            assertThat(lab.run("cd - >/dev/null").cwd())
                    .isEqualTo(lab.workspace().toString());
        }
    }

    @Test
    default void startsInTheWorkspace() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("pwd")).isEqualTo(lab.workspace().toString());
            lab.run("echo made > inside.txt");
            assertThat(lab.file("inside.txt")).isEqualTo("made\n");
        }
    }

    @Test
    default void namesDirectoriesWithStrangeNames() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("d=$'a\\nb \\036 ü%s'; mkdir \"$d\"; cd \"$d\"").cwd())
                    .endsWith("/a\nb \036 ü%s");
        }
    }

    @Test
    default void keepsFunctionsAliasesAndOptions() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("greet() { echo \"hi $1\"; }; alias ll='echo listed'; shopt -s nullglob");
            assertThat(lab.said("greet you; ll; echo *.none | wc -w")).isEqualTo("hi you\nlisted\n0");
        }
    }

    @Test
    default void keepsAVirtualEnvironmentThatChangesThePrompt() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.write("activate", "PS1=\"(venv) $PS1\"; export PS1; PROMPT_COMMAND='echo prompt'; VENV=on\n");
            lab.run(". ./activate");
            assertThat(lab.run("echo $VENV").output()).isEqualTo("on\n");
            assertThat(lab.run("true").lateOutput()).isEmpty();
        }
    }

    @Test
    default void tellsExitCodes() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("true").exitCode()).isZero();
            assertThat(lab.run("false").exitCode()).isEqualTo(1);
            assertThat(lab.run("(exit 42)").exitCode()).isEqualTo(42);
            assertThat(lab.run("no-such-program-here").exitCode()).isEqualTo(127);
            assertThat(lab.run("sh -c 'kill -9 $$'").exitCode()).isEqualTo(137);
        }
    }

    @Test
    default void tellsTheStatusOfTheCommandBefore() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("(exit 7)");
            assertThat(lab.said("echo $?")).isEqualTo("7");
        }
    }

    @Test
    default void returnsFromTheTopLevel() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("echo a; return 3; echo b");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.output()).isEqualTo("a\n");
        }
    }

    @Test
    default void aPipelineEndsWithItsLastStatus() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("false | true").exitCode()).isZero();
            assertThat(lab.run("set -o pipefail; false | true").exitCode()).isEqualTo(1);
        }
    }

    @Test
    default void runsNothingOfACommandWithASyntaxError() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("touch done\nif true; then echo");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output()).contains("syntax error");
            assertThat(lab.said("ls")).isEmpty();
        }
    }

    @Test
    default void unbalancedQuotesAreASyntaxError() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("echo 'open").exitCode()).isEqualTo(2);
            assertThat(lab.run("echo \"open").exitCode()).isEqualTo(2);
            assertThat(lab.run("echo $(").exitCode()).isEqualTo(2);
            assertThat(lab.said("echo fine")).isEqualTo("fine");
        }
    }

    @Test
    default void aClosingBraceCannotBreakOut() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("}; touch broken; {").exitCode()).isEqualTo(2);
            assertThat(lab.said("ls; echo ok")).isEqualTo("ok");
        }
    }

    @Test
    default void nothingAtAllIsACommand() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("").exitCode()).isZero();
            assertThat(lab.run("  \n\t\n").exitCode()).isZero();
            assertThat(lab.run("# only a comment").exitCode()).isZero();
        }
    }

    @Test
    default void runsScriptsOfManyLines() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("for i in 1 2 3; do\n  if [[ $i == 2 ]]; then\n    continue\n  fi\n  echo $i\ndone"))
                    .isEqualTo("1\n3");
            assertThat(lab.said("arr=(a b)\narr+=(c)\necho ${#arr[@]} ${arr[-1]}"))
                    .isEqualTo("3 c");
            assertThat(lab.said("case x in\n x) echo yes;;\n esac")).isEqualTo("yes");
        }
    }

    @Test
    default void runsHereDocuments() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("cat <<EOF\na $((1 + 1))\n'quoted' \"too\" \\$HOME\nEOF"))
                    .isEqualTo("a 2\n'quoted' \"too\" $HOME");
            assertThat(lab.said("cat <<'EOF'\n$not `run`\nEOF\necho after")).isEqualTo("$not `run`\nafter");
            assertThat(lab.said("cat <<EOF\nnever closed")).contains("never closed");
        }
    }

    @Test
    default void quotesBackslashesAndHistorySignsStayAsTheyAre() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("printf '%s\\n' 'it'\\''s' \"a\\\\b\" '!!' \"!$\" '%d' '`x`'"))
                    .isEqualTo("it's\na\\b\n!!\n!$\n%d\n`x`");
        }
    }

    @Test
    default void takesACommandLineOfSeventyKilobytes() {
        try (ShellLab lab = ShellLab.open(kind())) {
            String word = "x'\\''y ".repeat(10_000);
            assertThat(lab.said("v='" + word + "'; echo ${#v}")).isEqualTo("40000");
            assertThat(lab.said("echo " + "a ".repeat(35_000) + " | wc -w")).isEqualTo("35000");
        }
    }

    @Test
    default void takesAMegabyteOfScript() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said(": some line of a long script\n".repeat(40_000) + "echo end"))
                    .isEqualTo("end");
        }
    }

    @Test
    default void refusesANul() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThatThrownBy(() -> lab.run("echo a\0b")).isInstanceOf(ShellException.class);
        }
    }

    @Test
    default void theGivenVariablesAreThereAndOursAreNot() {
        try (ShellLab lab = ShellLab.open(kind(), ShellLimits.defaults(), Map.of("GIVEN", "yes = $x"))) {
            assertThat(lab.said("echo \"$GIVEN\"")).isEqualTo("yes = $x");
            assertThat(lab.said("env | grep -ciE '^[A-Z0-9_]*(KEY|TOKEN|SECRET|PASSWORD)[A-Z0-9_]*='"))
                    .isEqualTo("0");
        }
    }

    @Test
    default void aClosedSessionSaysSo() {
        ShellLab lab = ShellLab.open(kind());
        lab.close();
        assertThatThrownBy(() -> lab.run("echo"))
                .isInstanceOf(ShellException.class)
                .hasMessageContaining("closed");
        lab.session().close();
    }

    @Test
    default void twoSessionsKnowNothingOfEachOther() {
        try (ShellLab one = ShellLab.open(kind());
                ShellLab two = ShellLab.open(kind())) {
            one.run("x=1; cd /");
            two.run("x=2");
            assertThat(one.said("echo $x $PWD")).isEqualTo("1 /");
            assertThat(two.said("echo $x $PWD")).isEqualTo("2 " + two.workspace());
        }
    }

    @Test
    default void everyResultNamesItsIsolation() {
        try (ShellLab lab = ShellLab.open(kind())) {
            Isolation isolation = lab.run("true").isolation();
            assertThat(isolation.sandbox()).isEqualTo(kind());
            assertThat(isolation.filesConfined()).isEqualTo(kind() != SandboxKind.LOCAL);
            assertThat(isolation.networkBlocked()).isEqualTo(kind() != SandboxKind.LOCAL);
        }
    }
}
