package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.format.ReplyEdit;
import dev.tracemend.agent.edit.format.ReplyForm;
import dev.tracemend.agent.edit.format.ReplyReader;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the edits out of a model's reply and finds their places in the files. Writes nothing, never throws for anything a
 * reply or a file may hold; what cannot be placed comes back as a failure. Safe for many threads.
 */
public final class EditEngine {
    private final SyntaxGate gate;

    /** An engine that checks the syntax of loosely matched edits with tree-sitter. */
    public EditEngine() {
        this(new TreeSitterGate());
    }

    /** An engine with another syntax gate. */
    public EditEngine(SyntaxGate gate) {
        this.gate = gate;
    }

    /** What the reply would change, and why not more. */
    public EditPlan plan(String reply, FileLookup files, EditOptions options) {
        KnownFiles known = new KnownFiles(files, options.scope());
        ReplyReader reader = new ReplyReader(forms(options.format()), known.named(), known::exists);
        List<ReplyEdit> edits = reader.read(reply);
        Planning planning = new Planning(known, options, gate);
        int number = 0;
        for (ReplyEdit edit : edits) {
            planning.add(++number, edit);
        }
        return planning.plan();
    }

    private static Set<ReplyForm> forms(EditFormat format) {
        return switch (format) {
            case AUTO -> EnumSet.allOf(ReplyForm.class);
            case DIFF, DIFF_FENCED -> EnumSet.of(ReplyForm.DIFF);
            case WHOLE -> EnumSet.of(ReplyForm.WHOLE);
            case UDIFF -> EnumSet.of(ReplyForm.UDIFF);
            case V4A -> EnumSet.of(ReplyForm.V4A);
            case STR_REPLACE -> EnumSet.of(ReplyForm.STR_REPLACE);
        };
    }
}
