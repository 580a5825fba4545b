package org.lanyard.roster.format;

import java.util.Optional;

public sealed interface Use {

    record As(Field field) implements Use {}

    record Item() implements Use {}

    record Shown(String name) implements Use {}

    record Unused() implements Use {}

    Use ITEM = new Item();
    Use UNUSED = new Unused();

    /** As {@code --map} writes it. */
    default String word() {
        return switch (this) {
            case As as -> as.field().word();
            case Item _ -> "item";
            case Shown _ -> "show";
            case Unused _ -> "";
        };
    }

    static Optional<Use> of(String word, String column) {
        return switch (word.strip()) {
            case "" -> Optional.of(UNUSED);
            case "item" -> Optional.of(ITEM);
            case "show" -> Optional.of(new Shown(column));
            case String shown when shown.startsWith("show:") -> Optional.of(new Shown(shown.substring("show:".length())));
            case String field -> Field.of(field).map(As::new);
        };
    }
}
