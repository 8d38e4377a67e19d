package dev.tracemend.cli.shell;

import dev.tracemend.agent.shell.OutputListener;
import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellResult;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.Shells;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** Does a step and answers it. */
final class StepActions {
    private final Sessions sessions;
    private final ConfinedFiles files;
    private final Consumer<StepAnswer> out;

    StepActions(Sessions sessions, ConfinedFiles files, Consumer<StepAnswer> out) {
        this.sessions = sessions;
        this.files = files;
        this.out = out;
    }

    StepAnswer run(ShellStep step, StepRun run) throws StepRefusal {
        String command = step.needed("command");
        RunLimits limits = limits(step);
        boolean stream = step.flag("stream");
        ShellSession session = sessions.wanted(step.session());
        OutputListener listener = stream ? text -> out.accept(StepAnswer.piece(step.id(), text)) : OutputListener.NONE;
        boolean interrupted = false;
        try {
            run.begin(session);
            ShellResult result = session.run(command, limits, listener);
            interrupted = result.interrupted();
            return StepAnswer.done(step).with("session", step.session()).with(result);
        } catch (ShellException e) {
            throw Sessions.refusal(e);
        } finally {
            run.end(interrupted);
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

    StepAnswer create(ShellStep step) throws StepRefusal {
        ShellSession session = sessions.create(step.session());
        return StepAnswer.done(step)
                .with("session", step.session())
                .with("cwd", sessions.settings().workspace().toString())
                .with(session.isolation());
    }

    StepAnswer close(ShellStep step) throws StepRefusal {
        sessions.close(step.session());
        return StepAnswer.done(step).with("session", step.session());
    }

    StepAnswer readFile(ShellStep step) throws StepRefusal {
        String path = step.needed("path");
        byte[] all = files.read(path);
        int most = step.whole("output_limit", 1 << 20, 1, ConfinedFiles.MOST_BYTES);
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
