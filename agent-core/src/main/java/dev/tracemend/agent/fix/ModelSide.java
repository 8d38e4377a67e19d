package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.EditEngine;
import dev.tracemend.agent.edit.EditFormat;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditScope;
import dev.tracemend.agent.edit.FileLookup;
import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.fix.FixModules.TriedChange;
import dev.tracemend.agent.fix.ModelDialogue.ModelMatter;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.search.Judged;
import dev.tracemend.agent.search.RepairSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that has to do with models in the work on one task. */
final class ModelSide {
    private final FixDesk desk;
    private final FixVoice voice;
    private final Evidence evidence;
    private final Project project;
    private final Function<String, Optional<String>> files;
    private final List<ModelDialogue> dialogues = new ArrayList<>();

    ModelSide(
            FixDesk desk,
            FixVoice voice,
            Evidence evidence,
            Project project,
            Function<String, Optional<String>> files) {
        this.desk = desk;
        this.voice = voice;
        this.evidence = evidence;
        this.project = project;
        this.files = files;
    }

    /** A dialogue on the task; nothing is asked yet. */
    ModelDialogue dialogue(ModelSource model, Supplier<List<TriedChange>> refused) {
        List<String> tests = project.tests().stream()
                .map(root -> project.root().relativize(root).toString().replace('\\', '/'))
                .toList();
        EditEngine engine = new EditEngine();
        EditOptions options = new EditOptions(EditFormat.AUTO, new EditScope(tests), false, false);
        FileLookup lookup = new WorktreeFiles(desk.worktree(), RepairPrompt.shownFiles(evidence));
        SourceSecrets secrets = new SourceSecrets();
        String given =
                RepairPrompt.task(desk.task().title(), evidence, desk.draft().cause(), files, secrets);
        GuardCheck check = new GuardCheck(evidence.sites(), files);
        ModelDialogue dialogue = new ModelDialogue(
                model,
                voice,
                new ModelMatter(
                        given,
                        reply -> engine.plan(secrets.restored(reply), lookup, options),
                        plan -> check.guards(plan.edits()),
                        refused));
        dialogues.add(dialogue);
        return dialogue;
    }

    /** Where a model's change and others are proved to mend the failure, asks which of them only guard. */
    void compare(RepairSearch search) {
        List<Judged> causes = search.proved().stream()
                .filter(one -> !one.candidate().symptom())
                .toList();
        boolean byModel =
                causes.stream().anyMatch(one -> one.candidate().operator().equals("model"));
        if (causes.size() < 2 || !byModel || dialogues.isEmpty()) {
            return;
        }
        SourceSecrets secrets = new SourceSecrets();
        List<String> changes = causes.stream()
                .map(one -> secrets.masked(words(one.candidate())))
                .toList();
        List<Integer> guards = dialogues.get(dialogues.size() - 1).guards(changes);
        if (guards.size() < causes.size()) {
            guards.forEach(at -> search.demote(causes.get(at)));
        }
    }

    private String words(Candidate candidate) {
        StringBuilder text = new StringBuilder();
        for (TextEdit edit : candidate.edits()) {
            String whole = files.apply(edit.path()).orElse("");
            int end = Math.min(edit.end(), whole.length());
            text.append(edit.path()).append("\nbefore: ");
            text.append(whole, Math.min(edit.start(), end), end);
            text.append("\nafter: ").append(edit.replacement()).append('\n');
        }
        return text.toString();
    }

    /** Puts what was used, and why a model was left, into the report. */
    void tell() {
        for (ModelDialogue dialogue : dialogues) {
            if (!dialogue.ended().isEmpty()) {
                desk.draft().point(dialogue.ended());
                desk.say(dialogue.ended());
            }
            desk.draft().model(dialogue.usage());
        }
    }
}
