package org.lanyard.badge.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;

/** The printers of this station, and what each ticket is printed with. Each method waits for the disk. */
public final class Printers {

    private static final int LONGEST_NAME = 100;

    private final Ledger ledger;
    private final Bell bell;

    Printers(Ledger ledger, Bell bell) {
        this.ledger = ledger;
        this.bell = bell;
    }

    public List<Printer> all() {
        return ledger.read(PrinterTable::all);
    }

    public Printer named(String name) {
        return ledger.read(db -> PrinterTable.named(db, name.strip()))
                .orElseThrow(() -> new NotPossible("printer.unknown", name));
    }

    public void set(String name, PrinterAddress address) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new NotPossible("printer.name", LONGEST_NAME);
        }
        ledger.writeNow(db -> {
            PrinterTable.set(db, stripped, address.text());
            return true;
        });
        bell.ring();
    }

    public void remove(String name) {
        ledger.writeNow(db -> {
            PrinterTable.remove(db, name);
            return true;
        });
    }

    public void setLabels(String name, Optional<Integer> left) {
        ledger.writeNow(db -> {
            PrinterTable.labels(db, name, left);
            return true;
        });
    }

    public List<BadgeUse> uses(Conference conference) {
        return ledger.read(db -> PrinterTable.uses(db, conference));
    }

    /** The use of a ticket type's slug, whether its own or the one for every other. */
    public BadgeUse use(Conference conference, String ticket) {
        return ledger.read(db -> PrinterTable.use(db, conference, ticket));
    }

    public Set<String> printing(Conference conference) {
        return ledger.read(db -> {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            PrinterTable.printer(db, PrinterTable.use(db, conference, "")).ifPresent(names::add);
            for (BadgeUse use : PrinterTable.uses(db, conference)) {
                PrinterTable.printer(db, use).ifPresent(names::add);
            }
            return names;
        });
    }

    public void set(Conference conference, BadgeUse use) {
        ledger.writeNow(db -> {
            PrinterTable.use(db, conference, use);
            return true;
        });
    }

    public void removeUse(Conference conference, String ticket) {
        ledger.writeNow(db -> {
            PrinterTable.noUse(db, conference, ticket);
            return true;
        });
    }
}
