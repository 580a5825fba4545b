package org.lanyard.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record or refusal.
 *
 * @param accessCode null where a refused payload named nobody; so is {@code name}
 * @param station    null for a correction that an import made
 * @param staff      null where not known
 * @param voidedAt   null while it stands; so are {@code voidedBy} (also null where not known) and {@code voidReason}
 * @param detail     slug of the door or the item, or the verdict, or what was corrected ({@code field}, {@code code_replaced});
 *                   null for a check-in
 * @param payload    of a refusal; of a correction what it was corrected to; else null
 * @param delivery   how far it has come to the registration server: {@code pending}, {@code sent}, {@code confirmed},
 *                   {@code refused}, {@code in_doubt}, {@code undecided}, {@code undeliverable}; null where it was not
 *                   looked at yet
 * @param deliveryReason why it did not arrive; null where it did
 * @param overridden a lead let them through, for the reason in the note
 */
public record Entry(RecordKind kind, long seq, UUID id, Instant at, @Nullable String accessCode, @Nullable String name,
        @Nullable String station,
        @Nullable String staff, @Nullable String note, @Nullable Instant voidedAt, @Nullable String voidedBy,
        @Nullable String voidReason, @Nullable String detail,
        @Nullable String payload, @Nullable String delivery, @Nullable String deliveryReason, boolean overridden) {

    public Entry(RecordKind kind, long seq, UUID id, Instant at, @Nullable String accessCode, @Nullable String name,
            @Nullable String station,
            @Nullable String staff, @Nullable String note, @Nullable Instant voidedAt, @Nullable String voidedBy,
            @Nullable String voidReason, @Nullable String detail,
            @Nullable String payload) {
        this(kind, seq, id, at, accessCode, name, station, staff, note, voidedAt, voidedBy, voidReason, detail, payload,
                null, null, false);
    }
}
