package org.lanyard.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One record or refusal.
 *
 * @param accessCode null where a refused payload named nobody; so is {@code name}
 * @param staff      null where not known
 * @param voidedAt   null while it stands; so are {@code voidedBy} (also null where not known) and {@code voidReason}
 * @param detail     slug of the door or the item, or the verdict; null for a check-in
 * @param payload    of a refusal; else null
 */
public record Entry(RecordKind kind, long seq, UUID id, Instant at, String accessCode, String name, String station,
                    String staff, String note, Instant voidedAt, String voidedBy, String voidReason, String detail,
                    String payload) {}
