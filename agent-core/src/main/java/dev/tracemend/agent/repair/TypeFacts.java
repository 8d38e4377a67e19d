package dev.tracemend.agent.repair;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What rules ask of types, above all: which value of a type means "nothing". */
record TypeFacts(Types types, Elements elements) {
    private static final Map<String, String> NEUTRAL = Map.ofEntries(
            Map.entry("java.lang.String", "\"\""),
            Map.entry("java.lang.CharSequence", "\"\""),
            Map.entry("java.lang.Integer", "0"),
            Map.entry("java.lang.Long", "0L"),
            Map.entry("java.lang.Short", "(short) 0"),
            Map.entry("java.lang.Byte", "(byte) 0"),
            Map.entry("java.lang.Double", "0.0"),
            Map.entry("java.lang.Float", "0f"),
            Map.entry("java.lang.Number", "0"),
            Map.entry("java.lang.Boolean", "false"),
            Map.entry("java.util.List", "java.util.List.of()"),
            Map.entry("java.util.Collection", "java.util.List.of()"),
            Map.entry("java.lang.Iterable", "java.util.List.of()"),
            Map.entry("java.util.Set", "java.util.Set.of()"),
            Map.entry("java.util.Map", "java.util.Map.of()"),
            Map.entry("java.util.Optional", "java.util.Optional.empty()"),
            Map.entry("java.util.OptionalInt", "java.util.OptionalInt.empty()"),
            Map.entry("java.util.OptionalDouble", "java.util.OptionalDouble.empty()"),
            Map.entry("java.util.OptionalLong", "java.util.OptionalLong.empty()"),
            Map.entry("java.util.stream.Stream", "java.util.stream.Stream.empty()"),
            Map.entry("java.util.Iterator", "java.util.Collections.emptyIterator()"),
            Map.entry("java.math.BigDecimal", "java.math.BigDecimal.ZERO"),
            Map.entry("java.math.BigInteger", "java.math.BigInteger.ZERO"),
            Map.entry("java.time.Duration", "java.time.Duration.ZERO"));
    private static final Map<String, String> MUTABLE = Map.ofEntries(
            Map.entry("java.util.List", "java.util.ArrayList"),
            Map.entry("java.util.Collection", "java.util.ArrayList"),
            Map.entry("java.util.Set", "java.util.HashSet"),
            Map.entry("java.util.Map", "java.util.HashMap"),
            Map.entry("java.util.Deque", "java.util.ArrayDeque"),
            Map.entry("java.util.Queue", "java.util.ArrayDeque"),
            Map.entry("java.util.SortedMap", "java.util.TreeMap"),
            Map.entry("java.util.NavigableMap", "java.util.TreeMap"),
            Map.entry("java.util.SortedSet", "java.util.TreeSet"),
            Map.entry("java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap"));
    private static final Set<String> EMPTY_NAMES = Set.of("NONE", "EMPTY", "UNKNOWN", "DEFAULT", "ZERO");

    /** The type's full name without arguments; empty for one without a name. */
    String name(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }

    boolean isString(@Nullable TypeMirror type) {
        return name(type).equals("java.lang.String");
    }

    boolean isBoolean(@Nullable TypeMirror type) {
        return type != null && (type.getKind() == TypeKind.BOOLEAN || name(type).equals("java.lang.Boolean"));
    }

    boolean isPrimitive(@Nullable TypeMirror type) {
        return type != null && type.getKind().isPrimitive();
    }

    boolean isNumeric(@Nullable TypeMirror type) {
        return isPrimitive(type) ? !isBoolean(type) : is(type, "java.lang.Number");
    }

    boolean isIntegral(@Nullable TypeMirror type) {
        if (type == null) {
            return false;
        }
        TypeKind kind = type.getKind();
        return kind == TypeKind.INT
                || kind == TypeKind.LONG
                || kind == TypeKind.SHORT
                || kind == TypeKind.BYTE
                || Set.of("java.lang.Integer", "java.lang.Long").contains(name(type));
    }

    /** Whether null can stand there. */
    boolean isReference(@Nullable TypeMirror type) {
        return type != null
                && (type.getKind() == TypeKind.DECLARED
                        || type.getKind() == TypeKind.ARRAY
                        || type.getKind() == TypeKind.TYPEVAR);
    }

    boolean isBoxed(@Nullable TypeMirror type) {
        String name = name(type);
        return name.startsWith("java.lang.")
                && NEUTRAL.containsKey(name)
                && !isString(type)
                && !name.equals("java.lang.CharSequence")
                && !name.equals("java.lang.Iterable");
    }

    /** Whether a type is made for chains of calls, which are never null. */
    boolean isFluent(@Nullable TypeMirror type) {
        return name(type).startsWith("java.util.stream.") || name(type).startsWith("java.util.Optional");
    }

    boolean isArray(@Nullable TypeMirror type) {
        return type instanceof ArrayType;
    }

    boolean isVoid(@Nullable TypeMirror type) {
        return type != null && type.getKind() == TypeKind.VOID;
    }

    /** Whether a type is a class of this name or below it. */
    boolean is(@Nullable TypeMirror type, String name) {
        TypeElement wanted = type == null || type.getKind() != TypeKind.DECLARED ? null : elements.getTypeElement(name);
        return wanted != null && type != null && types.isSubtype(types.erasure(type), types.erasure(wanted.asType()));
    }

    boolean isCollection(@Nullable TypeMirror type) {
        return is(type, "java.util.Collection");
    }

    boolean isMap(@Nullable TypeMirror type) {
        return is(type, "java.util.Map");
    }

    boolean assignable(@Nullable TypeMirror from, @Nullable TypeMirror to) {
        if (from == null || to == null || isVoid(from) || isVoid(to)) {
            return false;
        }
        try {
            return types.isAssignable(from, to);
        } catch (IllegalArgumentException notATypeOfValues) {
            return false;
        }
    }

    /** The value of a type that means "nothing", as code with full names; empty where a type has none. */
    Optional<String> neutral(@Nullable TypeMirror type) {
        if (type == null) {
            return Optional.empty();
        }
        if (isPrimitive(type)) {
            return Optional.of(isBoolean(type) ? "false" : type.getKind() == TypeKind.CHAR ? "' '" : "0");
        }
        if (type instanceof ArrayType array) {
            TypeMirror component = array.getComponentType();
            boolean simple = isPrimitive(component) || isString(component);
            return simple
                    ? Optional.of("new " + (isString(component) ? "String" : component.toString()) + "[0]")
                    : Optional.empty();
        }
        String found = NEUTRAL.get(name(type));
        return found != null ? Optional.of(found) : ownConstant(type);
    }

    /** A constant such as {@code Address.NONE} of the type itself. */
    private Optional<String> ownConstant(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || name(type).startsWith("java.")) {
            return Optional.empty();
        }
        for (Element member : declared.asElement().getEnclosedElements()) {
            boolean constant = member.getKind() == ElementKind.ENUM_CONSTANT
                    || (member.getKind() == ElementKind.FIELD
                            && member.getModifiers().contains(Modifier.STATIC)
                            && !member.getModifiers().contains(Modifier.PRIVATE));
            if (constant
                    && EMPTY_NAMES.contains(member.getSimpleName().toString())
                    && types.isSameType(types.erasure(member.asType()), types.erasure(type))) {
                return Optional.of(name(type) + "." + member.getSimpleName());
            }
        }
        return Optional.empty();
    }

    /** The usual class behind a collection's interface, by full name. */
    Optional<String> mutableClass(@Nullable TypeMirror type) {
        return Optional.ofNullable(MUTABLE.get(name(type)));
    }

    /** A fresh value for a field of this type that is filled later. */
    Optional<String> fresh(@Nullable TypeMirror type) {
        Optional<String> mutable = mutableClass(type);
        if (mutable.isPresent()) {
            return Optional.of("new " + mutable.get() + "<>()");
        }
        Optional<String> neutral = neutral(type);
        return neutral.isPresent() ? neutral : created(type);
    }

    private Optional<String> created(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return Optional.empty();
        }
        boolean concrete = element.getKind() == ElementKind.CLASS
                && !element.getModifiers().contains(Modifier.ABSTRACT);
        boolean empty = element.getEnclosedElements().stream()
                .anyMatch(member -> member.getKind() == ElementKind.CONSTRUCTOR
                        && !member.getModifiers().contains(Modifier.PRIVATE)
                        && member.asType().toString().startsWith("()"));
        String diamond = element.getTypeParameters().isEmpty() ? "" : "<>";
        return concrete && empty && element.getNestingKind().isNested() == false
                ? Optional.of("new " + name(type) + diamond + "()")
                : Optional.empty();
    }
}
