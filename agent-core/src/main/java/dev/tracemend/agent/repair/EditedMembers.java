package dev.tracemend.agent.repair;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import dev.tracemend.agent.edit.TextEdit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names the methods that edits lie in. */
public final class EditedMembers {
    private EditedMembers() {}

    /** The methods as {@code package.Class#method}, constructors as {@code <init>}; empty for edits outside of methods. */
    public static List<String> of(Project project, List<TextEdit> edits) {
        Set<String> members = new LinkedHashSet<>();
        List<String> paths = edits.stream().map(TextEdit::path).distinct().toList();
        SourceSet.open(project, paths).ifPresent(opened -> {
            try (SourceSet sources = opened) {
                edits.forEach(edit -> sources.file(edit.path()).ifPresent(file -> methods(file, edit, members)));
            }
        });
        return List.copyOf(members);
    }

    private static void methods(SourceFile file, TextEdit edit, Set<String> members) {
        file.nodes().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> file.start(method) <= edit.start() && file.end(method) >= edit.end())
                .forEach(method -> members.add(name(file, method)));
    }

    private static String name(SourceFile file, MethodTree method) {
        StringBuilder owner = new StringBuilder();
        Optional<ClassTree> type = file.around(method, ClassTree.class);
        while (type.isPresent()) {
            owner.insert(0, (owner.length() > 0 ? "$" : ""));
            owner.insert(0, type.get().getSimpleName());
            Tree at = type.get();
            type = file.around(at, ClassTree.class);
        }
        PackageTree folder = file.unit().getPackage();
        String name = folder == null ? owner.toString() : folder.getPackageName() + "." + owner;
        return name + "#" + method.getName();
    }
}
