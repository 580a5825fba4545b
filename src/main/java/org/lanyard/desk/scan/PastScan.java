package org.lanyard.desk.scan;

import java.util.Optional;
import org.lanyard.desk.verdict.Look;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;

final class PastScan {

    private PastScan() {}

    static boolean stands(Entry entry) {
        return entry.kind().voidable() && entry.voidedAt() == null;
    }

    static Look look(Entry entry) {
        if (entry.kind() == RecordKind.REFUSAL) {
            return "needs_attention".equals(entry.detail()) ? Look.ASK : Look.STOP;
        }
        return stands(entry) ? Look.GO : Look.AGAIN;
    }

    static String verdict(Entry entry) {
        return switch (entry.kind()) {
            case CHECK_IN -> "checked_in";
            case DOOR_CHECK -> "admitted";
            case REDEMPTION -> "redeemed";
            case CHECK_OUT -> "checked_out";
            case REFUSAL, CORRECTION -> Optional.ofNullable(entry.detail()).orElse("unreadable");
        };
    }
}
