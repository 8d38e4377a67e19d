package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Other variables and constants of a type, and whole expressions of the class as donors. */
final class VariableMutations implements MutationFamily {
    private static final int MOST_DONORS = 40;

    @Override
    public void grow(Ground ground) {
        ground.all(IdentifierTree.class).forEach(name -> variable(ground, name));
        for (ExpressionTree value : ground.values()) {
            constants(ground, value);
            if (!ground.isTarget(value)) {
                donors(ground, value);
            }
        }
    }

    private static void variable(Ground ground, IdentifierTree name) {
        SourceFile file = ground.file();
        TypeMirror type = file.type(name);
        boolean owner = file.parent(name).orElse(name) instanceof MemberSelectTree;
        if (type == null || !ground.isValue(name)) {
            return;
        }
        Mutation kind = owner ? Mutation.RECEIVER_OTHER : Mutation.VARIABLE_OTHER;
        boolean target =
                file.parent(name).filter(up -> VisibleNames.assigns(up, name)).isPresent();
        for (VisibleNames.Name other : ground.visible(name)) {
            boolean numbers = !target
                    && file.parent(name).orElse(name) instanceof BinaryTree
                    && ground.facts().isNumeric(type)
                    && ground.facts().isNumeric(other.type());
            boolean fits = (numbers || ground.facts().assignable(other.type(), type)) && (!target || other.open());
            if (fits && !other.name().equals(name.getName().toString())) {
                boolean same = other.type().toString().equals(type.toString());
                String why = other.name() + " is meant, not " + name.getName();
                ground.replace(kind, name, other.name(), same ? 1 : 0.7, why);
            }
        }
    }

    private static void donors(Ground ground, ExpressionTree value) {
        SourceFile file = ground.file();
        TypeMirror type = file.type(value);
        if (type == null) {
            return;
        }
        int offered = 0;
        for (ExpressionTree donor : ground.donors(value, from -> ground.facts().assignable(from, type))) {
            boolean simple = donor instanceof IdentifierTree || file.text(donor).equals(file.text(value));
            if (!simple && offered++ < MOST_DONORS) {
                String why = "`" + file.text(donor) + "` is meant here";
                ground.replace(Mutation.DONOR_EXPRESSION, value, ground.grouped(donor), fit(donor, value), why);
            }
        }
    }

    private static double fit(ExpressionTree donor, ExpressionTree value) {
        boolean alike = donor.getKind() == value.getKind();
        boolean rich = donor instanceof MethodInvocationTree || donor instanceof NewClassTree;
        return alike ? 1.3 : rich ? 0.9 : 1;
    }

    /** Another static constant of the same class, or another constant of the enum. */
    private static void constants(Ground ground, ExpressionTree value) {
        Element element = ground.file().element(value);
        if (element == null) {
            return;
        }
        boolean constant = element.getKind() == ElementKind.ENUM_CONSTANT
                || element.getKind() == ElementKind.FIELD
                        && element.getModifiers().contains(Modifier.STATIC);
        boolean label = ground.file().parent(value).orElse(value).getKind() == Tree.Kind.CASE;
        if (element == null || !constant || label || !(element.getEnclosingElement() instanceof TypeElement owner)) {
            return;
        }
        String written = ground.file().text(value);
        String prefix = written.contains(".") ? written.substring(0, written.lastIndexOf('.') + 1) : "";
        for (Element other : owner.getEnclosedElements()) {
            boolean fits = other.getKind() == element.getKind()
                    && other.getModifiers().contains(Modifier.STATIC)
                    && !other.equals(element)
                    && ground.facts().assignable(other.asType(), element.asType());
            if (fits) {
                String code = prefix + other.getSimpleName();
                ground.replace(Mutation.CONSTANT_OTHER, value, code, 1, other.getSimpleName() + " is meant");
            }
        }
    }
}
