package dev.anchors.testkit.contract;

import dev.anchors.domain.AnchorId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The id that a step of a history uses: the id of an anchor that an earlier step created, text derived from such an id, or
 * other text.
 *
 * @param anchor the number of the anchor, in the order in which the history was generated; 0 for none
 * @param derivation how the id of the anchor is changed
 * @param text the id if {@code anchor} is 0
 */
record Target(int anchor, Derivation derivation, String text) {

    /** How the text of an id is changed. */
    enum Derivation {
        NONE("", text -> text),
        UPPER_CASE(".toUpperCase(Locale.ROOT)", text -> text.toUpperCase(Locale.ROOT)),
        LOWER_CASE(".toLowerCase(Locale.ROOT)", text -> text.toLowerCase(Locale.ROOT)),
        BLANK_BEFORE(".replaceFirst(\"^\", \" \")", text -> " " + text),
        BLANK_AFTER(".concat(\" \")", text -> text + " "),
        LONGER(".concat(\"0\")", text -> text + "0"),
        WILDCARD(".replaceFirst(\".$\", \"%\")", text -> text.replaceFirst(".$", "%")),
        SHORTER(".replaceFirst(\".$\", \"\")", text -> text.replaceFirst(".$", ""));

        private final String code;

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final UnaryOperator<String> change;

        Derivation(String code, UnaryOperator<String> change) {
            this.code = code;
            this.change = change;
        }
    }

    static Target of(int anchor) {
        return new Target(anchor, Derivation.NONE, "");
    }

    static Target derived(int anchor, Derivation derivation) {
        return new Target(anchor, derivation, "");
    }

    static Target text(String id) {
        return new Target(0, Derivation.NONE, id);
    }

    /**
     * Returns the id, or nothing if no step created the anchor or the changed text cannot be an id.
     *
     * @param ids the ids of the anchors by their numbers
     */
    Optional<AnchorId> id(Map<Integer, AnchorId> ids) {
        String id = anchor == 0
                ? text
                : Optional.ofNullable(ids.get(anchor))
                        .map(original -> derivation.change.apply(original.value()))
                        .orElse("");
        return id.isBlank() ? Optional.empty() : Optional.of(new AnchorId(id));
    }

    /** Returns the Java expression of the id. */
    String code() {
        if (anchor == 0) {
            return HistoryCode.anchor(new AnchorId(text));
        }
        String id = "anchor" + anchor + ".id()";
        return derivation == Derivation.NONE ? id : "new AnchorId(" + id + ".value()" + derivation.code + ")";
    }
}
