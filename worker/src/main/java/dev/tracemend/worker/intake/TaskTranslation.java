package dev.tracemend.worker.intake;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;

/** Says a context in agent-core's words. */
public final class TaskTranslation {
    private TaskTranslation() {}

    /** The task of a readable context; a trace that the context does not carry is read from its lines. */
    public static FixTask of(ErrorContext context) {
        StackTrace trace = context.exceptions().isEmpty()
                ? LoggedError.in(context.ctx()).trace()
                : new StackTrace(
                        Language.of(context.language()),
                        context.exceptions().stream()
                                .map(TaskTranslation::thrown)
                                .toList());
        return new FixTask(context.fingerprint(), context.title(), trace, context.ctx());
    }

    private static ThrownException thrown(ExceptionInfo info) {
        return new ThrownException(
                info.type(),
                info.message(),
                info.frames().stream().map(TaskTranslation::frame).toList());
    }

    private static StackFrame frame(FrameInfo info) {
        return new StackFrame(info.className(), info.method(), info.file(), info.line(), info.inApp());
    }
}
