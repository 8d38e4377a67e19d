package dev.tracemend.cli.shell;

import dev.tracemend.agent.shell.Isolation;
import dev.tracemend.agent.shell.OutputListener;
import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellResult;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.Shells;
import dev.tracemend.agent.shell.TerminalReply;
import dev.tracemend.agent.shell.TerminalSession;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Does a step and answers it. */
final class StepActions {
    private static final Duration QUIET = Duration.ofMillis(300);

    private final Sessions sessions;
    private final StepFiles files;
    private final Consumer<StepAnswer> out;

    StepActions(Sessions sessions, StepFiles files, Consumer<StepAnswer> out) {
        this.sessions = sessions;
        this.files = files;
        this.out = out;
    }

    StepAnswer run(ShellStep step, StepRun run) throws StepRefusal {
        String command = step.needed("command");
        RunLimits limits = limits(step);
        Sessions.Open session = sessions.wanted(step.session());
        if (session instanceof Sessions.OpenTerminal open) {
            return type(step, open.terminal(), command, run);
        }
        return runInShell(step, ((Sessions.OpenShell) session).shell(), limits, run);
    }

    private StepAnswer runInShell(ShellStep step, ShellSession session, RunLimits limits, StepRun run)
            throws StepRefusal {
        OutputListener listener =
                step.flag("stream") ? text -> out.accept(StepAnswer.piece(step.id(), text)) : OutputListener.NONE;
        boolean interrupted = false;
        try {
            run.begin(session::interrupt);
            ShellResult result = session.run(step.needed("command"), limits, listener);
            interrupted = result.interrupted();
            return StepAnswer.done(step).with("session", step.session()).with(result);
        } catch (ShellException e) {
            throw Sessions.refusal(e);
        } finally {
            run.end(interrupted);
        }
    }

    /** Types a line into a program and waits for a pattern, or until it is quiet. */
    private static StepAnswer type(ShellStep step, TerminalSession terminal, String line, StepRun run)
            throws StepRefusal {
        Duration most = step.seconds("timeout", RunLimits.defaults().timeout());
        Duration quiet = step.seconds("quiet", QUIET);
        Optional<Pattern> expected = pattern(step);
        AtomicBoolean interrupted = new AtomicBoolean();
        run.begin(() -> {
            terminal.interrupt();
            interrupted.set(true);
            return true;
        });
        try {
            if (!line.isEmpty()) {
                terminal.send(line + "\n");
            }
            TerminalReply reply =
                    expected.isPresent() ? terminal.expect(expected.get(), most) : terminal.settle(quiet, most);
            return StepAnswer.done(step)
                    .with("session", step.session())
                    .with(reply)
                    .with("interrupted", interrupted.get())
                    .with(terminal.isolation());
        } finally {
            run.end(interrupted.get());
        }
    }

    private static Optional<Pattern> pattern(ShellStep step) throws StepRefusal {
        Optional<String> expected = step.text("expect");
        try {
            return expected.map(Pattern::compile);
        } catch (PatternSyntaxException broken) {
            throw new StepRefusal("bad_step", "\"expect\" is no pattern: " + broken.getDescription());
        }
    }

    StepAnswer exec(ShellStep step) throws StepRefusal {
        List<String> argv = step.words("argv");
        try {
            return StepAnswer.done(step).with(Shells.execute(sessions.settings(), argv, limits(step)));
        } catch (ShellException e) {
            throw Sessions.refusal(e);
        }
    }

    /** Opens a shell, or with {@code program} that program on a terminal. */
    StepAnswer create(ShellStep step) throws StepRefusal {
        Isolation isolation = step.has("program")
                ? sessions.createTerminal(step.session(), step.words("program"))
                        .terminal()
                        .isolation()
                : sessions.createShell(step.session()).shell().isolation();
        return StepAnswer.done(step)
                .with("session", step.session())
                .with("cwd", sessions.settings().workspace().toString())
                .with(isolation);
    }

    StepAnswer close(ShellStep step) throws StepRefusal {
        sessions.close(step.session());
        return StepAnswer.done(step).with("session", step.session());
    }

    StepAnswer readFile(ShellStep step) throws StepRefusal {
        String path = step.needed("path");
        byte[] all = files.read(path);
        int most = step.whole("output_limit", 1 << 20, 1, StepFiles.MOST_BYTES);
        byte[] bytes = all.length > most ? java.util.Arrays.copyOf(all, most) : all;
        StepAnswer answer = StepAnswer.done(step).with("path", path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            answer.with("encoding", "utf-8").with("content", text);
        } catch (CharacterCodingException binary) {
            answer.with("encoding", "base64")
                    .with("content", Base64.getEncoder().encodeToString(bytes));
        }
        return answer.with("total_bytes", all.length).with("truncated", all.length > most);
    }

    StepAnswer writeFile(ShellStep step) throws StepRefusal {
        String path = step.needed("path");
        byte[] bytes = content(step);
        boolean created = files.write(path, bytes);
        return StepAnswer.done(step)
                .with("path", path)
                .with("total_bytes", bytes.length)
                .with("created", created);
    }

    private static byte[] content(ShellStep step) throws StepRefusal {
        String content = step.needed("content");
        String encoding = step.text("encoding").orElse("utf-8");
        if (encoding.equals("utf-8")) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        if (!encoding.equals("base64")) {
            throw new StepRefusal("bad_step", "\"encoding\" must be utf-8 or base64");
        }
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException broken) {
            throw new StepRefusal("bad_step", "\"content\" is no base64: " + broken.getMessage());
        }
    }

    private static RunLimits limits(ShellStep step) throws StepRefusal {
        RunLimits usual = RunLimits.defaults();
        return new RunLimits(
                step.seconds("timeout", usual.timeout()),
                step.whole("output_limit", usual.outputBytes(), 256, 64 << 20));
    }
}
