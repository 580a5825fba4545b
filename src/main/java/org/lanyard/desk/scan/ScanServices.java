package org.lanyard.desk.scan;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.Station;
import org.lanyard.gate.Gate;
import org.lanyard.journal.Journal;
import org.lanyard.journal.Statistics;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.upstream.Upstream;

public record ScanServices(Gate gate, Roster roster, Upstream upstream, Statistics statistics, Journal journal,
        Supplier<UUID> ids, InstantSource clock) {

    public static ScanServices of(Station station) {
        return new ScanServices(station.gate(), station.roster(), station.upstream(), station.statistics(),
                station.journal(), station.ids(), station.clock());
    }

    public Scan scan(String text, Source source) {
        return new Scan(ids.get(), text, source, clock.instant());
    }
}
