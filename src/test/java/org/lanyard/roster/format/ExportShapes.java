package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes one made-up conference in the shapes of ticketing systems, with their quirks: several tickets an order, somebody
 * else who paid, add-ons in columns or as rows of their own, titles above the header and totals below.
 */
final class ExportShapes {

    /** A person of the made-up conference. */
    record Guest(String code, String first, String last, String email, String company, String order, String ticket,
            State state, Map<String, Integer> items) {

        String name() {
            return first + " " + last;
        }
    }

    /** A system's word for somebody who is in, waits or is out, and the state that it means. */
    record Word(String word, State state) {

        static Word of(String text, State usual) {
            String[] parts = text.split("=");
            return new Word(parts[0],
                    parts.length == 1 ? usual : State.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)));
        }
    }

    /**
     * A system: its delimiter, its columns, its words for in, waiting and out.
     *
     * @param items     its columns that say who has bought an add-on
     * @param extraRows whether add-ons are rows of their own
     */
    record Shape(String name, String delimiter, List<String> header, List<String> cells, Map<State, Word> words,
            List<String> items, boolean extraRows) {

        Shape withItems(String column) {
            return new Shape(name, delimiter, header, cells, words, List.of(column), extraRows);
        }

        Shape withExtraRows() {
            return new Shape(name, delimiter, header, cells, words, items, true);
        }

        /** True where it says at all what somebody has bought beside the ticket. */
        boolean hasItems() {
            return extraRows || !items.isEmpty() || cells.contains("items");
        }

        int column(String cell) {
            return cells.indexOf(cell);
        }
    }

    static final List<Shape> SHAPES = List.of(
            shape("pretix", ",", "Order code|Attendee name|Product|Variation|Paid|Secret|E-mail|Company|Voucher code",
                    "order|name|ticket||status|code|email|company|", "Yes", "No", "No=pending").withExtraRows(),
            shape("eventbrite", ",",
                    "Order #|First Name|Last Name|Email|Quantity|Ticket Type|Attendee #|Attendee Status|Dinner?|Barcode #",
                    "order|first|last|email|=1|ticket|=18441583423|status|item:Dinner|code", "Attending",
                    "Not Attending=cancelled", "Deleted").withItems("Dinner?"),
            shape("tito", ",",
                    "Ticket|Ticket Full Name|Ticket Email|Ticket Company Name|Void Status|Ticket Reference|Order Reference",
                    "ticket|name|email|company|status|code|order", "", "Void=cancelled", "Void"),
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
            shape("ours", ",", "access_code|name|email|company|ticket_type|order_reference|order_status|items",
                    "code|name|email|company|ticket|order|status|items", "paid", "pending", "cancelled"),
            shape("woocommerce", ",", "Order Number|Order Status|Product Name|Ticket ID|Attendee First Name|"
                    + "Attendee Last Name|Attendee Email|Billing First Name|Billing Last Name|Billing Email|Total",
                    "order|status|ticket|code|first|last|email|buyer first|buyer last|buyer email|=1.250,50", "Completed",
                    "On hold", "Cancelled").withExtraRows(),
            shape("german", ";", "Buchungsnr.|Anrede|Vorname|Nachname|E-Mail|Firma|Ticketart|Zahlungsstatus|Abendessen|"
                    + "Ticketcode|Preis", "order|=Frau|first|last|email|company|ticket|status|item:Dinner|code|=49,90",
                    "Bezahlt", "Offen", "Storniert").withItems("Abendessen"),
            shape("shop", "\t", "Customer Name|Customer Email|Order ID|Ticket|Attendee|Attendee Email|Status|Ticket Code",
                    "buyer name|buyer email|order|ticket|name|email|status|code", "Paid", "Awaiting payment",
                    "Refunded=refunded"),
            shape("czech", ";", "Číslo vstupenky|Jméno|Příjmení|E-mail|Druh vstupenky|Číslo objednávky|Stav",
                    "code|first|last|email|ticket|order|status", "Zaplaceno", "Čeká na platbu", "Stornováno"));

    private static final String DINNER = "Dinner";
    private static final int MOST_IN_AN_ORDER = 3;
    private static final String[] FIRST = {"Zoë", "Jürgen", "María José", "Siobhán", "Søren", "Ada", "François", "Inês"};
    private static final String[] LAST =
            {"Ångström", "Müller", "Núñez García", "O'Brien", "Kjærgaard", "Smith", "Côté", "Silva"};
    private static final String[] TICKETS = {"Regular", "Student", "Early bird"};

    private ExportShapes() {}

    private static Shape shape(String name, String delimiter, String header, String cells, String in, String waiting,
            String out) {
        return new Shape(name, delimiter, List.of(header.split("\\|")), List.of(cells.split("\\|", -1)),
                Map.of(State.PAID, new Word(in, State.PAID), State.PENDING, Word.of(waiting, State.PENDING),
                        State.CANCELLED, Word.of(out, State.CANCELLED)),
                List.of(), false);
    }

    /** The first of every list may come in, so that no list refuses everybody. */
    static List<Guest> guests(Random random) {
        List<Guest> guests = new ArrayList<>();
        int count = 5 + random.nextInt(30);
        int order = 100;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (left-- <= 0) {
                order++;
                left = random.nextInt(MOST_IN_AN_ORDER);
            }
            int state = i == 0 ? 0 : random.nextInt(6);
            guests.add(new Guest("%08X%d".formatted(random.nextInt(), i), FIRST[random.nextInt(FIRST.length)],
                    LAST[random.nextInt(LAST.length)] + " " + (char) ('A' + i % 26) + (char) ('a' + i / 26),
                    "guest" + i + "@example.org", random.nextBoolean() ? "Nordlicht, AB" : "", "B" + order,
                    TICKETS[random.nextInt(TICKETS.length)],
                    state < 4 ? State.PAID : state == 4 ? State.PENDING : State.CANCELLED,
                    random.nextInt(3) == 0 ? new TreeMap<>(Map.of(DINNER, 1)) : Map.of()));
        }
        return guests;
    }

    static List<List<String>> rows(Shape shape, List<Guest> guests) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(shape.header());
        for (Guest guest : guests) {
            rows.add(shape.cells().stream().map(cell -> cell(shape, guest, cell)).toList());
            if (shape.extraRows() && !guest.items().isEmpty()) {
                Guest extra = new Guest("X" + guest.code(), guest.first(), guest.last(), guest.email(), guest.company(),
                        guest.order(), DINNER, guest.state(), Map.of());
                rows.add(shape.cells().stream().map(cell -> cell(shape, extra, cell)).toList());
            }
        }
        return rows;
    }

    private static String cell(Shape shape, Guest guest, String cell) {
        return switch (cell) {
            case "code" -> guest.code();
            case "first" -> guest.first();
            case "last" -> guest.last();
            case "name" -> guest.name();
            case "email" -> guest.email();
            case "company" -> guest.company();
            case "order" -> guest.order();
            case "ticket" -> guest.ticket();
            case "status" -> shape.words().get(guest.state()).word();
            case "items" -> guest.items().isEmpty() ? "" : DINNER + ":1";
            case "item:Dinner" -> guest.items().isEmpty() ? "No" : "Yes";
            case "buyer first" -> "Luc";
            case "buyer last" -> "Buyer";
            case "buyer name" -> "Luc Buyer";
            case "buyer email" -> "luc@example.org";
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
