package org.lanyard.scan;

import java.util.Optional;

public sealed interface Mode {

    record CheckIn() implements Mode {}

    record Door(Product product) implements Mode {}

    record Redeem(Product addon) implements Mode {}

    record Choose() implements Mode {}

    /** Leaving (R33). @param door the product whose room is left; empty for the venue */
    record Exit(Optional<Product> door) implements Mode {}

    /** A word for the mode that never changes: stored with refusals, and part of R7's key. */
    default String word() {
        return switch (this) {
            case CheckIn _ -> "check-in";
            case Door(Product product) -> "door:" + product.kind().prefix() + ":" + product.slug();
            case Redeem(Product addon) -> "redeem:" + addon.slug();
            case Choose _ -> "redeem";
            case Exit(Optional<Product> door) -> door.map(product -> "exit:" + product.kind().prefix() + ":"
                    + product.slug()).orElse("exit");
        };
    }
}
