package org.lanyard.roster;

import java.util.Optional;

/**
 * One line of an order as a source states it.
 *
 * @param upstreamId the registration server's id of the line
 * @param holder     access code of the person whose alone it is; empty where it serves everybody of the order
 * @param status     the line's own where it differs from the order's (R9)
 */
public record StatedLine(Optional<Long> upstreamId, ProductKey product, String description, int quantity,
        Optional<String> holder, Optional<String> status) {

    StatedLine heldBy(String code) {
        return new StatedLine(upstreamId, product, description, quantity, Optional.of(code), status);
    }

    public StatedLine(ProductKey product, String description, int quantity, Optional<String> holder) {
        this(Optional.empty(), product, description, quantity, holder, Optional.empty());
    }
}
