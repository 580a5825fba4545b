package org.lanyard.desk.person;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.Station;
import org.lanyard.badge.job.PrintJobs;
import org.lanyard.gate.Gate;
import org.lanyard.journal.Journal;
import org.lanyard.journal.Till;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.PersonAccess;
import org.lanyard.roster.Roster;

public record PersonServices(Gate gate, Roster roster, Corrections corrections, PersonAccess access, Journal journal,
        Till till, PrintJobs jobs, InstantSource clock, Supplier<UUID> ids) {

    public static PersonServices of(Station station) {
        return new PersonServices(station.gate(), station.roster(), station.corrections(), station.access(),
                station.journal(), station.till(), station.printing().jobs(), station.clock(), station.ids());
    }
}
