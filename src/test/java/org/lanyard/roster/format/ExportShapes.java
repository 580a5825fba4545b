package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes one made-up conference in the shapes of ticketing systems, with their quirks. */
final class ExportShapes {

    /** A person of the made-up conference. */
    record Guest(String code, String first, String last, String email, String company, String order, String ticket,
            boolean admitted, String refusal) {

        String name() {
            return first + " " + last;
        }
    }

    /** A system: its delimiter, its columns, and the words it has for in, waiting and out. */
    record Shape(String name, String delimiter, List<String> header, List<String> cells, String in, String waiting,
            String out) {}

    static final List<Shape> SHAPES = List.of(
            shape("pretix", ",", "Order code|Attendee name|Product|Paid|Secret|E-mail|Company|Voucher code",
                    "order|name|ticket|status|code|email|company|", "Yes", "No", "No"),
            shape("eventbrite", ",",
                    "Order #|First Name|Last Name|Email|Quantity|Ticket Type|Attendee #|Attendee Status|Barcode #",
                    "order|first|last|email|=1|ticket|=18441583423|status|code", "Attending", "Not Attending", "Deleted"),
            shape("tito", ",",
                    "Ticket|Ticket Full Name|Ticket Email|Ticket Company Name|Void Status|Ticket Reference|Order Reference",
                    "ticket|name|email|company|status|code|order", "", "Void", "Void"),
            shape("eventyay", ",", "Order#|Status|First Name|Last Name|Email|Ticket Name|Ticket Type|Barcode",
                    "order|status|first|last|email|ticket|=paid|code", "completed", "placed", "expired"),
            shape("weezevent", ";", "Numéro billet|Nom|Prénom|E-mail|Tarif|Statut|Nom acheteur|Numéro de commande",
                    "code|last|first|email|ticket|status|=Dupont|order", "Validé", "En attente", "Annulé"),
            shape("billetto", ";", "Biljettyp|Förnamn|Efternamn|E-post|Public ID|Order no.|Status",
                    "ticket|first|last|email|code|order|status", "Betald", "Ej betald", "Avbokad"),
            shape("connpass", ",", "参加枠名|表示名|メールアドレス|参加ステータス|受付番号|注文番号", "ticket|name|email|status|code|order", "参加",
                    "補欠", "参加キャンセル"),
            shape("cooltix", ",", "Attendee ID|Attendee name|Email|Ticket|Order ID|Order Status|Ticket Code",
                    "=1001|name|email|ticket|order|status|code", "Paid", "Pending", "Cancelled"),
            shape("humanitix", "\t", "Order ID|First name|Last name|Email|Ticket type|Status|Barcode|Organisation",
                    "order|first|last|email|ticket|status|code|company", "complete", "pending", "canceled"),
            shape("tickettailor", ",", "Order ID|Full Name|Email|Ticket Type|Ticket status|Barcode",
                    "order|name|email|ticket|status|code", "valid", "on hold", "void"),
            shape("luma", ",", "api_id|name|email|approval_status|qr_code_url|ticket_name|order_id",
                    "=gst-1|name|email|status|code|ticket|order", "approved", "pending_approval", "declined"),
            shape("indico", ",",
                    "ID|Name|Email Address|Affiliation|Registration state|Registration type|Ticket Token|Booking ID",
                    "=7|name|email|company|status|ticket|code|order", "Complete", "Unpaid", "Withdrawn"),
            shape("italian", ";",
                    "Ordine n.|N. codice a barre|Nome|Cognome|Indirizzo e-mail|Tipologia biglietto|Stato|Azienda",
                    "order|code|first|last|email|ticket|status|company", "Pagato", "In attesa", "Annullato"),
            shape("czech", ";", "Číslo vstupenky|Jméno|Příjmení|E-mail|Druh vstupenky|Číslo objednávky|Stav",
                    "code|first|last|email|ticket|order|status", "Zaplaceno", "Čeká na platbu", "Stornováno"));

    private static final String[] FIRST = {"Zoë", "Jürgen", "María José", "Siobhán", "Søren", "Ada", "François", "Inês"};
    private static final String[] LAST =
            {"Ångström", "Müller", "Núñez García", "O'Brien", "Kjærgaard", "Smith", "Côté", "Silva"};
    private static final String[] TICKETS = {"Regular", "Student", "Early bird"};

    private ExportShapes() {}

    private static Shape shape(String name, String delimiter, String header, String cells, String in, String waiting,
            String out) {
        return new Shape(name, delimiter, List.of(header.split("\\|")), List.of(cells.split("\\|", -1)), in, waiting, out);
    }

    static List<Guest> guests(Random random) {
        List<Guest> guests = new ArrayList<>();
        int count = 5 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            String first = FIRST[random.nextInt(FIRST.length)];
            int state = random.nextInt(6);
            guests.add(new Guest("%08X%d".formatted(random.nextInt(), i), first, LAST[random.nextInt(LAST.length)] + i % 7,
                    "guest" + i + "@example.org", random.nextBoolean() ? "Nordlicht, AB" : "", "B" + (100 + i),
                    TICKETS[random.nextInt(TICKETS.length)], state < 4, state == 4 ? "waiting" : "out"));
        }
        return guests.stream().map(ExportShapes::admittedFirst).collect(Collectors.toList());
    }

    /** The first of every list may come in, so that no list refuses everybody. */
    private static Guest admittedFirst(Guest guest) {
        return guest.order().equals("B100") ? new Guest(guest.code(), guest.first(), guest.last(), guest.email(),
                guest.company(), guest.order(), guest.ticket(), true, "") : guest;
    }

    static List<List<String>> rows(Shape shape, List<Guest> guests) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(shape.header());
        guests.forEach(guest -> rows.add(shape.cells().stream().map(cell -> cell(shape, guest, cell)).toList()));
        return rows;
    }

    private static String cell(Shape shape, Guest guest, String cell) {
        String refused = guest.refusal().equals("waiting") ? shape.waiting() : shape.out();
        return switch (cell) {
            case "code" -> guest.code();
            case "first" -> guest.first();
            case "last" -> guest.last();
            case "name" -> guest.name();
            case "email" -> guest.email();
            case "company" -> guest.company();
            case "order" -> guest.order();
            case "ticket" -> guest.ticket();
            case "status" -> guest.admitted() ? shape.in() : refused;
            default -> cell.startsWith("=") ? cell.substring(1) : cell;
        };
    }

    static String csv(List<List<String>> rows, String delimiter) {
        return rows.stream().map(row -> row.stream().map(cell -> quoted(cell, delimiter))
                .collect(Collectors.joining(delimiter))).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String cell, String delimiter) {
        return cell.contains(delimiter) || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
