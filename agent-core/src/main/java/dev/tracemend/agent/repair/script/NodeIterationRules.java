package dev.tracemend.agent.repair.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxNode;
import java.util.List;
import java.util.regex.Pattern;

/** What is run over or taken apart is undefined, in JavaScript. */
final class NodeIterationRules implements ScriptRule {
    private static final Pattern ITERABLE = Pattern.compile("(?s)(.{1,100}?) is not iterable.*");
    private static final Pattern DESTRUCTURED =
            Pattern.compile("(?s)Cannot destructure property '(\\w+)' of '(.{1,100}?)' as it is (undefined|null).*");

    @Override
    public boolean fits(ScriptFault fault, Tongue tongue) {
        return tongue == Tongue.NODE
                && fault.is("TypeError")
                && (DESTRUCTURED.matcher(fault.message()).matches()
                        || ITERABLE.matcher(fault.message()).matches());
    }

    @Override
    public void propose(ScriptScene scene, ScriptFile file, int line, int depth) {
        double scale = depth == 0 ? 1 : 0.6;
        if (scene.fault().message().startsWith("Cannot destructure")) {
            destructured(scene, file, line, scale);
            return;
        }
        for (SyntaxNode node : file.at(line)) {
            if (node.is("for_in_statement")) {
                node.child("right").ifPresent(over -> iterated(scene, file, over, scale));
            } else if (node.is("spread_element")) {
                iterated(scene, file, node.parts().get(0), scale);
            }
        }
    }

    private static void iterated(ScriptScene scene, ScriptFile file, SyntaxNode over, double scale) {
        scene.replace(
                file, over, "(" + over.text() + " ?? [])", "value-or", 0.66 * scale, over.text() + " may be missing");
        scene.replace(
                file,
                over,
                "Object.entries(" + over.text() + ")",
                "entries",
                0.8 * scale,
                "an object is not run over by itself");
        scene.replace(
                file,
                over,
                "Object.values(" + over.text() + ")",
                "entries",
                0.72 * scale,
                "an object is not run over by itself");
        scene.replace(
                file,
                over,
                "Object.keys(" + over.text() + ")",
                "entries",
                0.68 * scale,
                "an object is not run over by itself");
        NodeUndefinedRules.origin(scene, file, over, scale);
    }

    private static void destructured(ScriptScene scene, ScriptFile file, int line, double scale) {
        for (SyntaxNode node : file.at(line)) {
            if (node.is("variable_declarator")
                    && node.child("name")
                            .filter(name -> name.is("object_pattern"))
                            .isPresent()) {
                node.child("value")
                        .ifPresent(value -> scene.replace(
                                file,
                                value,
                                value.text() + " ?? {}",
                                "value-or",
                                0.7 * scale,
                                value.text() + " may be missing"));
                node.child("value").ifPresent(value -> NodeUndefinedRules.origin(scene, file, value, scale));
            }
            if (node.is("object_pattern")
                    && node.parent().filter(up -> up.is("formal_parameters")).isPresent()) {
                scene.add(
                        List.of(new TextEdit(file.path(), node.end(), node.end(), " = {}")),
                        "default-argument",
                        0.82 * scale,
                        false,
                        "the options may be left out");
            }
        }
    }
}
