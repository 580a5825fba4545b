package org.lanyard.journal;

import java.time.Instant;
import java.util.UUID;

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
public record Entry(RecordKind kind, long seq, UUID id, Instant at, String accessCode, String name, String station,
        String staff, String note, Instant voidedAt, String voidedBy, String voidReason, String detail,
        String payload, String delivery, String deliveryReason, boolean overridden) {

    /** One that nobody has looked at for a registration server. */
    public Entry(RecordKind kind, long seq, UUID id, Instant at, String accessCode, String name, String station,
            String staff, String note, Instant voidedAt, String voidedBy, String voidReason, String detail,
            String payload) {
        this(kind, seq, id, at, accessCode, name, station, staff, note, voidedAt, voidedBy, voidReason, detail, payload,
                null, null, false);
    }
}
