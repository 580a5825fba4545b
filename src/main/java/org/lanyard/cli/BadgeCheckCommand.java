package org.lanyard.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanyard.Station;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.PersonBadge;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Lists names that a badge shows too small, or that no font here can show.")
final class BadgeCheckCommand implements Callable<Integer> {

    @ParentCommand BadgeCommand parent;

    @Mixin BadgeTemplateChoice choice;

    @Override
    public Integer call() {
        BadgeTemplate template = choice.read();
        AtomicInteger people = new AtomicInteger();
        AtomicInteger warnings = new AtomicInteger();
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            PersonBadge words = new PersonBadge(station.roster(), conference);
            station.roster().eachPerson(conference, person -> {
                people.incrementAndGet();
                template.fill(words.content(person)).warnings().forEach(warning -> {
                    warnings.incrementAndGet();
                    System.out.println(person.accessCode() + ": " + warning);
                });
            });
        }
        System.err.println(people + " badges checked, " + warnings + " warnings.");
        return 0;
    }
}
