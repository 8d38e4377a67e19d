package dev.tracemend.streams.window;

/** The form in which engines keep the stages' state. */
public final class StateForm {
    /**
     * Raised when the form changes: engines keep their state under names that hold it, so that a newer one does not read an
     * older one's. It starts anew from the raw topics and tells the contexts of what they still hold once more, under the
     * same ids.
     */
    public static final String VERSION = "s3";

    private StateForm() {}
}
