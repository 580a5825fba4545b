package org.lanyard.desk.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanyard.badge.job.BadgeOfCheckIn;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.Printing;
import org.lanyard.venue.Settings;
import org.lanyard.scan.Conference;

/** The badges of a kiosk that nobody looks after. Its methods wait for the disk. */
final class KioskBadges {

    // A new roll is in by then; whoever comes meanwhile fetches the badge at the desk.
    private static final Duration LASTING = Duration.ofSeconds(30);

    private final Printing printing;
    private final Settings settings;
    private final InstantSource clock;

    KioskBadges(Printing printing, Settings settings, InstantSource clock) {
        this.printing = printing;
        this.settings = settings;
        this.clock = clock;
    }

    enum Fetched {
        NONE, HERE, AT_THE_DESK
    }

    boolean mayPrint() {
        return settings.get(BadgeSettings.WHEN) != BadgeSettings.When.OFF;
    }

    /** Of several people: at the desk if one of them has to fetch theirs there. */
    Fetched fetched(List<UUID> checkIns) {
        return checkIns.stream().map(this::fetched).max(Comparator.naturalOrder()).orElse(Fetched.NONE);
    }

    private Fetched fetched(UUID checkIn) {
        BadgeOfCheckIn badge = printing.jobs().of(checkIn);
        return badge.job().map(this::fetched).orElse(badge.asked() ? Fetched.AT_THE_DESK : Fetched.NONE);
    }

    private Fetched fetched(PrintJob job) {
        return switch (job.state()) {
            case SENT, CONFIRMED -> Fetched.HERE;
            case QUEUED, SENDING -> printing.troubles().stream()
                    .anyMatch(trouble -> trouble.printer().equalsIgnoreCase(job.printer())) ? Fetched.AT_THE_DESK
                            : Fetched.HERE;
            case UNKNOWN, FAILED -> Fetched.AT_THE_DESK;
            case CANCELLED -> Fetched.NONE;
        };
    }

    boolean outOfOrder(Conference conference) {
        if (settings.get(BadgeSettings.WHEN) != BadgeSettings.When.FIRST || printing.troubles().isEmpty()) {
            return false;
        }
        Instant since = clock.instant().minus(LASTING);
        Set<String> needed = printing.printers().printing(conference);
        return printing.troubles().stream()
                .anyMatch(trouble -> needed.contains(trouble.printer()) && !trouble.since().isAfter(since));
    }
}
