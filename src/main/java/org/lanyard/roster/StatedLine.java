package org.lanyard.roster;

import java.util.Optional;

/**
 * One line of an order as a source states it.
 *
 * @param upstreamId the registration server's id of the line
 * @param holder     access code of the person whose alone it is; empty where it serves everybody of the order
 * @param status     the line's own where it differs from the order's (R9)
 * @param partOf     the registration server's id of the shared line that this is its holder's part of
 */
public record StatedLine(Optional<Long> upstreamId, ProductKey product, String description, int quantity,
        Optional<String> holder, Optional<String> status, Optional<Long> partOf) {

    StatedLine heldBy(String code) {
        return new StatedLine(upstreamId, product, description, quantity, Optional.of(code), status, partOf);
    }

    /** Another sharer's part of this line. */
    StatedLine partOf(String code) {
        return new StatedLine(Optional.empty(), product, description, quantity, Optional.of(code), status, partThere());
    }

    StatedLine of(ProductKey other, String name) {
        return new StatedLine(upstreamId, other, name, quantity, holder, status, partOf);
    }

    StatedLine units(int many) {
        return new StatedLine(upstreamId, product, description, many, holder, status, partOf);
    }

    /** The registration server's id of the line that this is, or is a part of. */
    Optional<Long> partThere() {
        return upstreamId.or(() -> partOf);
    }

    public StatedLine(Optional<Long> upstreamId, ProductKey product, String description, int quantity,
            Optional<String> holder, Optional<String> status) {
        this(upstreamId, product, description, quantity, holder, status, Optional.empty());
    }

    public StatedLine(ProductKey product, String description, int quantity, Optional<String> holder) {
        this(Optional.empty(), product, description, quantity, holder, Optional.empty());
    }
}
