package org.lanyard.upstream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.Roster;
import org.lanyard.roster.RosterSource;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Detail;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

/**
 * People whom the server was asked for by code: its roster holds those who have paid, as of the last pull. They join the
 * roster with the order's status, whatever it is, and are asked for again with each pull until a roster names them.
 */
final class AskedPeople {

    private final Ledger ledger;
    private final Roster roster;
    private final Conference conference;
    private final ServerOrders orders;

    AskedPeople(Ledger ledger, Roster roster, Conference conference) {
        this.ledger = ledger;
        this.roster = roster;
        this.conference = conference;
        this.orders = new ServerOrders(roster, conference);
    }

    boolean ask(RegistrationServer server, String code) {
        if (!(server.lookUp(code) instanceof Answer.Accepted<ServerPerson>(ServerPerson person))) {
            return false;
        }
        try {
            join(server, person);
        } catch (NotPossible unusable) {
            return false;
        }
        ledger.writeNow(db -> db.run("INSERT INTO asked_person (conference_id, access_code) VALUES (?, ?)"
                + " ON CONFLICT DO NOTHING", conference.id(), code));
        return true;
    }

    void askAgain(RegistrationServer server, ServerRoster pulled) {
        List<String> codes = ledger.read(db -> db.list(row -> row.getString(1),
                "SELECT access_code FROM asked_person WHERE conference_id = ?", conference.id()));
        for (String code : codes) {
            if (pulled.names(code)) {
                ledger.writeNow(db -> db.run("DELETE FROM asked_person WHERE conference_id = ? AND access_code = ?",
                        conference.id(), code));
            } else if (!askAgain(server, code)) {
                return;
            }
        }
    }

    // False where the server does not answer.
    private boolean askAgain(RegistrationServer server, String code) {
        return switch (server.lookUp(code)) {
            case Answer.Accepted<ServerPerson>(ServerPerson person) -> {
                join(server, person);
                yield true;
            }
            case Answer.Refused<ServerPerson> _ -> {
                orders.cancel(code);
                yield true;
            }
            // @formatter:off
            case Answer.Unreachable<ServerPerson> _, Answer.InDoubt<ServerPerson> _ -> false;
            // @formatter:on
        };
    }

    private void join(RegistrationServer server, ServerPerson person) {
        String reference = orders.knownReference(person.accessCode())
                .or(() -> server.orderReference(person.accessCode()))
                .orElseGet(() -> StatedRoster.MADE_UP + person.lines().stream().map(ServerPerson.ServerLine::id)
                        .min(Long::compare).map(String::valueOf).orElse(person.accessCode()));
        roster.apply(stated(person, reference),
                ImportOptions.of(ImportOptions.Format.JSON, conference.slug()).adding());
    }

    private StatedRoster stated(ServerPerson person, String reference) {
        StatedRoster.Builder stated = StatedRoster.builder().conference(conference.slug()).source(RosterSource.UPSTREAM);
        Map<Long, Integer> redeemed = new TreeMap<>();
        person.lines().stream().filter(ServerPerson.ServerLine::isCounted)
                .forEach(line -> redeemed.put(line.id(), line.redeemed()));
        StatedPerson.CheckIn checkIn = person.firstCheckIn().<StatedPerson.CheckIn>map(StatedPerson.CheckIn.At::new)
                .orElseGet(StatedPerson.CheckIn.None::new);
        StatedPerson joining = new StatedPerson(person.accessCode(), PersonDetails.named(person.name())
                .with(Detail.EMAIL, person.email())).with(checkIn).withRedeemed(redeemed);
        if (person.orderStatus().isEmpty()) {
            return stated.put(joining.withRedeemed(Map.of())).build();
        }
        String status = person.orderStatus().filter(StatedOrder.STATUSES::contains).orElse("pending");
        List<StatedLine> lines = person.lines().stream()
                .filter(line -> line.ticketType().isPresent() || line.addon().isPresent())
                .map(line -> line(line, stated)).toList();
        return stated.put(new StatedOrder(reference, status).withLines(lines)).put(joining.withOrder(reference)).build();
    }

    private static StatedLine line(ServerPerson.ServerLine line, StatedRoster.Builder stated) {
        String name = line.description().isEmpty() ? line.addon().or(line::ticketType).orElse("") : line.description();
        ProductKey product = line.ticketType().map(slug -> stated.product(Product.Kind.TICKET_TYPE, slug, name))
                .orElseGet(() -> stated.product(Product.Kind.ADDON, line.addon().orElse(""), name));
        return new StatedLine(Optional.of(line.id()), product, name, line.quantity(), Optional.empty(), Optional.empty());
    }
}
