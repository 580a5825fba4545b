package org.lanyard.desk.person;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.desk.FactGrid.Fact;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.gate.Dossier;
import org.lanyard.roster.Person;
import org.lanyard.scan.Party;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;

final class PersonFacts {

    private final Words words;

    PersonFacts(Words words) {
        this.words = words;
    }

    String standing(PersonPage page) {
        return page.stopped().map(words.verdicts()::headline).orElseGet(() -> page.dossier().checkedInAt()
                .map(at -> words.say("person.in-since", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(words.locale()).format(at.atZone(page.post().conference().zone()))))
                .orElseGet(() -> words.say("scan.found.new")));
    }

    List<Fact> of(PersonPage page) {
        PersonDetails details = page.person().details();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("people.ticket", page.dossier().tickets().stream().map(this::ticket)
                .collect(Collectors.joining("\n"))));
        facts.add(fact("roster.orders", page.person().orders().stream().map(this::order).collect(Collectors.joining("\n"))));
        Party party = page.dossier().party();
        facts.add(fact("person.party", party.size() == 1 ? "" : words.say("person.party.in", party.in(), party.size())));
        facts.add(fact("people.note", details.attention()));
        facts.add(fact("record.note", details.note()));
        facts.add(fact("person.block.reason", page.allows(Role.LEAD) ? details.blocked() : ""));
        facts.add(line("people.email", details.email()));
        facts.add(line("people.company", details.company()));
        facts.add(fact("person.codes", page.dossier().codes().stream()
                .map(code -> code.blocked() ? words.say("person.code.blocked", code.code()) : ShownText.line(code.code()))
                .collect(Collectors.joining("\n"))));
        details.shown().forEach((name, value) -> facts.add(new Fact(name, value)));
        return facts;
    }

    private Fact fact(String label, String value) {
        return new Fact(words.say(label), value);
    }

    private Fact line(String label, String value) {
        return Fact.line(words.say(label), value);
    }

    private String ticket(Dossier.Ticket ticket) {
        return ticket.valid().isEmpty() ? ShownText.line(ticket.type().name())
                : words.say("journal.of", ticket.type().name(),
                        String.join("; ", words.verdicts().times(ticket.valid())));
    }

    private String order(Person.Order order) {
        return words.say("journal.of", order.reference(), words.say(Sentence.ofOrderStatus(order.status())));
    }
}
