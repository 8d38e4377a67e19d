package dev.tracemend.agent.repair;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.regex.Pattern;

/** A change of a collection that cannot be changed: makes a changeable copy where it comes from. */
final class ImmutableRule implements CrashRule {
    private static final Pattern CHANGES = Pattern.compile("add\\w*|put\\w*|remove\\w*|clear|set|sort|replace\\w*"
            + "|retainAll|compute\\w*|merge|offer\\w*|push|pop|poll\\w*");
    private static final Pattern HELPERS = Pattern.compile("sort|shuffle|reverse|swap|addAll|fill|rotate");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("UnsupportedOperationException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        MutableOrigins origins = new MutableOrigins(scene, new MutableCopies(out));
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
                continue;
            }
            boolean helper = select.getExpression().toString().endsWith("Collections");
            if (helper
                    && HELPERS.matcher(Siblings.name(call)).matches()
                    && !call.getArguments().isEmpty()) {
                origins.follow(file, call.getArguments().get(0), 1, 0);
            } else if (CHANGES.matcher(Siblings.name(call)).matches()) {
                origins.follow(file, select.getExpression(), 1, 0);
            }
        }
    }
}
