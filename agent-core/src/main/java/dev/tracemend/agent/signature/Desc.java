package dev.tracemend.agent.signature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a record's component, or a tool method's parameter, means; shown to the model. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Desc {
    /** One short sentence without the name and the type, which are shown anyway. */
    String value();
}
