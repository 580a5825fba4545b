package org.lanyard.desk.scan;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lanyard.desk.Words;
import org.lanyard.gate.Dossier;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/**
 * What the scan screen shows at one moment, all of it about one person or nobody.
 *
 * @param look     name of the style: a verdict's kind, or {@code idle}, {@code fault}, {@code person}
 * @param title    the person's name, or what stands in its place
 * @param time     time of day of the scan at the venue; empty for none
 * @param chips    ticket type, company and the like
 * @param attendee null where it is about nobody; so is {@code decision} unless this is an answer to a scan
 */
public record Shown(String look, String headline, String title, String sentence, String time, List<String> chips,
        List<Item> items, Attendee attendee, Decision decision) {

    private static final int LONGEST_CHIP = 40;

    static Shown idle(Words words) {
        return new Shown("idle", "", words.say("scan.idle"), words.say("scan.idle.hint"), "", List.of(), List.of(),
                null, null);
    }

    static Shown notice(String title, String sentence) {
        return new Shown("again", "", title, sentence, "", List.of(), List.of(), null, null);
    }

    static Shown fault(Throwable fault, Words words) {
        return new Shown("fault", words.say("scan.fault"), words.say("scan.fault.title"), words.why(fault), "",
                List.of(), List.of(), null, null);
    }

    static Shown of(Dossier dossier, Words words) {
        Attendee attendee = dossier.attendee();
        return new Shown("person", words.say("scan.found"), attendee.shownName(),
                dossier.checkIns() == 0 ? words.say("scan.found.new") : words.say("scan.found.in", dossier.checkIns()),
                "", chips(attendee), dossier.items(), attendee, null);
    }

    static Shown of(Decision decision, Words words) {
        Verdict verdict = decision.verdict();
        Attendee about = verdict.about().orElse(null);
        boolean lets = verdict.kind() != Verdict.Kind.STOP || verdict instanceof Verdict.FullyRedeemed;
        String title = about != null ? about.shownName() : words.verdicts().headline(verdict);
        return new Shown(verdict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                about == null ? "" : words.verdicts().headline(verdict), title, words.verdicts().sentence(decision),
                at(decision, "HH:mm"),
                about == null ? List.of(shortened(decision.scan().text().strip())) : chips(about),
                lets && !(verdict instanceof Verdict.NeedsAttention) ? decision.items() : List.of(), about, decision);
    }

    private static String at(Decision decision, String pattern) {
        return DateTimeFormatter.ofPattern(pattern).format(
                decision.scan().at().atZone(decision.post().conference().zone()));
    }

    /** The time of the scan that tells it from the same person's others; empty where there was none. */
    String second() {
        return decision == null ? "" : at(decision, "HH:mm:ss");
    }

    private static String shortened(String payload) {
        return payload.length() <= LONGEST_CHIP ? payload : payload.substring(0, LONGEST_CHIP) + "…";
    }

    private static List<String> chips(Attendee attendee) {
        List<String> chips = new ArrayList<>();
        for (String chip : new String[] {attendee.ticketName(), attendee.company(), attendee.accessCode()}) {
            if (chip != null && !chip.isBlank()) {
                chips.add(chip);
            }
        }
        return chips;
    }

    /** An attention note waits for somebody to acknowledge it. */
    public boolean waiting() {
        return decision != null && decision.verdict() instanceof Verdict.NeedsAttention;
    }

    /** Somebody found by search, and not yet decided on. */
    public boolean lookedUp() {
        return decision == null && attendee != null;
    }

    /** Whom a code that was typed may have meant; null for nobody. */
    Verdict.LookAlike lookAlike() {
        return decision != null && decision.scan().source() == Source.TYPED
                && decision.verdict() instanceof Verdict.UnknownCode(var _, var alike) ? alike : null;
    }

    /** Whether it led to a record that could be voided. */
    boolean voidable() {
        return decision != null && decision.verdict().recorded() && !look.equals("again");
    }

    /** The same, its record taken back. */
    Shown asVoided(Words words) {
        return new Shown("again", words.say("scan.voided"), title, words.say("scan.voided.sentence"), time, chips,
                List.of(), attendee, decision);
    }
}
